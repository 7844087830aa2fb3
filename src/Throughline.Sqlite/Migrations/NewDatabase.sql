CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

CREATE TABLE "core_belief" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    "text" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    CONSTRAINT "PK_core_belief" PRIMARY KEY ("district_id", "id")
);

CREATE TABLE "district" (
    "id" TEXT NOT NULL CONSTRAINT "PK_district" PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "org_code" TEXT NULL,
    "state" TEXT NOT NULL,
    "town" TEXT NULL,
    "time_zone" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "founded_at" TEXT NOT NULL,
    "is_invented" INTEGER NOT NULL,
    "launch_date" TEXT NULL,
    "team_launch_date" TEXT NULL,
    "horizon_set" TEXT NOT NULL,
    "process_edition" TEXT NOT NULL,
    "accent_color" TEXT NULL,
    "logo_file" TEXT NULL,
    "logo_words" TEXT NULL,
    "logo_width" INTEGER NOT NULL,
    "logo_height" INTEGER NOT NULL,
    "band_from" TEXT NULL,
    "band_to" TEXT NULL,
    "version" INTEGER NOT NULL
);

CREATE TABLE "district_logo" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "picture" BLOB NOT NULL,
    "stands_out" INTEGER NOT NULL,
    "added_at" TEXT NOT NULL,
    "words" TEXT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_district_logo" PRIMARY KEY ("district_id", "id")
);

CREATE TABLE "district_priority" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    "text" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    CONSTRAINT "PK_district_priority" PRIMARY KEY ("district_id", "id")
);

CREATE TABLE "engagement_activity" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "step" TEXT NULL,
    "decision" TEXT NULL,
    "round" TEXT NULL,
    "note" TEXT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_engagement_activity" PRIMARY KEY ("district_id", "id")
);

CREATE TABLE "equity_goal" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "school_id" TEXT NULL,
    "scope" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_equity_goal" PRIMARY KEY ("district_id", "id")
);

CREATE TABLE "happening" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "when" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "on_behalf_of" TEXT NULL,
    "why" TEXT NULL,
    "kind" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "changes" TEXT NOT NULL,
    CONSTRAINT "PK_happening" PRIMARY KEY ("district_id", "id")
);

CREATE TABLE "headline_goal" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "school_id" TEXT NULL,
    "scope" TEXT NOT NULL,
    "target_percent" TEXT NOT NULL,
    "target_class" INTEGER NOT NULL,
    "long_range_percent" TEXT NOT NULL,
    "definition_number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_headline_goal" PRIMARY KEY ("district_id", "id")
);

CREATE TABLE "listed_district" (
    "key" TEXT NOT NULL CONSTRAINT "PK_listed_district" PRIMARY KEY,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "town" TEXT NULL,
    "state" TEXT NULL,
    "end_year" INTEGER NOT NULL,
    "schools" INTEGER NOT NULL,
    "pupils" INTEGER NOT NULL,
    "search_text" TEXT NOT NULL
);

CREATE TABLE "listed_figures" (
    "school_key" TEXT NOT NULL,
    "end_year" INTEGER NOT NULL,
    "figures" TEXT NOT NULL,
    CONSTRAINT "PK_listed_figures" PRIMARY KEY ("school_key", "end_year")
);

CREATE TABLE "listed_school" (
    "key" TEXT NOT NULL CONSTRAINT "PK_listed_school" PRIMARY KEY,
    "district_key" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "town" TEXT NULL,
    "zip" TEXT NULL,
    "grades_served" TEXT NOT NULL
);

CREATE TABLE "outbox_mail" (
    "id" TEXT NOT NULL CONSTRAINT "PK_outbox_mail" PRIMARY KEY,
    "recipient_key" TEXT NOT NULL,
    "to_email" TEXT NOT NULL,
    "to_name" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "unsubscribe" TEXT NULL,
    "sealed_secret" TEXT NULL,
    "actor" TEXT NULL,
    "enqueued_at" TEXT NOT NULL,
    "not_before" TEXT NOT NULL,
    "expires_at" TEXT NULL,
    "tries" INTEGER NOT NULL,
    "last_fault" TEXT NULL,
    "closed_at" TEXT NULL,
    "sent_at" TEXT NULL
);

CREATE TABLE "passkey_challenge" (
    "id" TEXT NOT NULL CONSTRAINT "PK_passkey_challenge" PRIMARY KEY,
    "state" TEXT NOT NULL,
    "expires_at" TEXT NOT NULL
);

CREATE TABLE "person" (
    "id" TEXT NOT NULL CONSTRAINT "PK_person" PRIMARY KEY,
    "email" TEXT NOT NULL,
    "email_key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "language" TEXT NULL,
    "joined_at" TEXT NOT NULL,
    "host_since" TEXT NULL
);

CREATE TABLE "planning_arrangement" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "by_district" TEXT NULL,
    "by_schools" TEXT NULL,
    "together" TEXT NULL,
    "reason" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_planning_arrangement" PRIMARY KEY ("district_id", "id")
);

CREATE TABLE "respondent_address" (
    "code" TEXT NOT NULL CONSTRAINT "PK_respondent_address" PRIMARY KEY,
    "district" TEXT NOT NULL,
    "round" TEXT NOT NULL,
    "channel" TEXT NOT NULL
);

CREATE TABLE "revisit" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "of" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "when" TEXT NOT NULL,
    CONSTRAINT "PK_revisit" PRIMARY KEY ("district_id", "id")
);

CREATE TABLE "school" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "org_code" TEXT NULL,
    "name" TEXT NOT NULL,
    "town" TEXT NULL,
    "grades_served" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_school" PRIMARY KEY ("district_id", "id")
);

CREATE TABLE "set_up_link" (
    "id" TEXT NOT NULL CONSTRAINT "PK_set_up_link" PRIMARY KEY,
    "made_at" TEXT NOT NULL,
    "spent_at" TEXT NULL
);

CREATE TABLE "sign_in_budget" (
    "bucket" TEXT NOT NULL CONSTRAINT "PK_sign_in_budget" PRIMARY KEY,
    "used_up_to" TEXT NOT NULL,
    "version" INTEGER NOT NULL
);

CREATE TABLE "sign_in_link" (
    "id" TEXT NOT NULL CONSTRAINT "PK_sign_in_link" PRIMARY KEY,
    "attempt_id" TEXT NULL,
    "code_hash" TEXT NULL,
    "address_key" TEXT NULL,
    "address_hash" TEXT NOT NULL,
    "next" TEXT NULL,
    "expires_at" TEXT NOT NULL,
    "spent_at" TEXT NULL
);

CREATE TABLE "stakeholder_group" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "measure" TEXT NULL,
    "people" INTEGER NULL,
    "language" TEXT NULL,
    "is_rarely_heard" INTEGER NOT NULL,
    "level" TEXT NOT NULL,
    "contact" TEXT NULL,
    "target" INTEGER NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_stakeholder_group" PRIMARY KEY ("district_id", "id")
);

CREATE TABLE "starting_point_answers" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "answers" TEXT NOT NULL,
    "step_code" TEXT NOT NULL,
    "answered_at" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_starting_point_answers" PRIMARY KEY ("district_id", "id")
);

CREATE TABLE "subscription_request" (
    "id" TEXT NOT NULL CONSTRAINT "PK_subscription_request" PRIMARY KEY,
    "district" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "expires_at" TEXT NOT NULL
);

CREATE TABLE "update_subscription" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_key" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "confirmed_at" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "told_of" INTEGER NOT NULL,
    CONSTRAINT "PK_update_subscription" PRIMARY KEY ("district_id", "id")
);

CREATE TABLE "value_ranking" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "person_id" TEXT NULL,
    "whose" TEXT NOT NULL,
    "codes" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_value_ranking" PRIMARY KEY ("district_id", "id")
);

CREATE TABLE "vision_statement" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    "text" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    CONSTRAINT "PK_vision_statement" PRIMARY KEY ("district_id", "id")
);

CREATE TABLE "waiting_invitation" (
    "id" TEXT NOT NULL CONSTRAINT "PK_waiting_invitation" PRIMARY KEY,
    "district" TEXT NOT NULL,
    "address_key" TEXT NOT NULL,
    "expires_at" TEXT NOT NULL
);

CREATE TABLE "equity_subgroup" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "equity_goal_id" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "grades" TEXT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_equity_subgroup" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_equity_subgroup_equity_goal_district_id_equity_goal_id" FOREIGN KEY ("district_id", "equity_goal_id") REFERENCES "equity_goal" ("district_id", "id") ON DELETE CASCADE
);

CREATE TABLE "competency_definition" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "headline_goal_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "course" TEXT NOT NULL,
    "least_grade" TEXT NOT NULL,
    "exam" TEXT NOT NULL,
    "least_score" INTEGER NOT NULL,
    "who" TEXT NOT NULL,
    "when" TEXT NOT NULL,
    CONSTRAINT "PK_competency_definition" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_competency_definition_headline_goal_district_id_headline_goal_id" FOREIGN KEY ("district_id", "headline_goal_id") REFERENCES "headline_goal" ("district_id", "id") ON DELETE CASCADE
);

CREATE TABLE "external_login" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "added_at" TEXT NOT NULL,
    CONSTRAINT "PK_external_login" PRIMARY KEY ("issuer", "subject"),
    CONSTRAINT "FK_external_login_person_person_id" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE
);

CREATE TABLE "passkey" (
    "id" TEXT NOT NULL CONSTRAINT "PK_passkey" PRIMARY KEY,
    "person_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "public_key" BLOB NOT NULL,
    "added_at" TEXT NOT NULL,
    "used_at" TEXT NULL,
    "sign_count" INTEGER NOT NULL,
    "transports" TEXT NOT NULL,
    "is_user_verified" INTEGER NOT NULL,
    "is_backup_eligible" INTEGER NOT NULL,
    "is_backed_up" INTEGER NOT NULL,
    CONSTRAINT "FK_passkey_person_person_id" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE
);

CREATE TABLE "session" (
    "id" TEXT NOT NULL CONSTRAINT "PK_session" PRIMARY KEY,
    "person_id" TEXT NOT NULL,
    "began_at" TEXT NOT NULL,
    "expires_at" TEXT NOT NULL,
    "ended_at" TEXT NULL,
    "device" TEXT NULL,
    CONSTRAINT "FK_session_person_person_id" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE
);

CREATE TABLE "enrollment_figure" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "school_id" TEXT NOT NULL,
    "end_year" INTEGER NOT NULL,
    "measure" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_enrollment_figure" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_enrollment_figure_school_district_id_school_id" FOREIGN KEY ("district_id", "school_id") REFERENCES "school" ("district_id", "id") ON DELETE CASCADE
);

CREATE TABLE "feedback_round" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" TEXT NULL,
    "subject_version" INTEGER NULL,
    "step" TEXT NULL,
    "school_id" TEXT NULL,
    "closes_on" TEXT NULL,
    "keep_until" TEXT NULL,
    "asks_students" INTEGER NOT NULL,
    "basis" TEXT NULL,
    "basis_on" TEXT NULL,
    "basis_note" TEXT NULL,
    "edition" INTEGER NOT NULL,
    "receipt_key" BLOB NOT NULL,
    "opened_at" TEXT NULL,
    "opened_by" TEXT NULL,
    "closed_at" TEXT NULL,
    "closed_by" TEXT NULL,
    "answered_back_at" TEXT NULL,
    "answered_back_by" TEXT NULL,
    "cleared_at" TEXT NULL,
    "order_forgotten_at" TEXT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_feedback_round" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_feedback_round_school_district_id_school_id" FOREIGN KEY ("district_id", "school_id") REFERENCES "school" ("district_id", "id")
);

CREATE TABLE "goal" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "school_id" TEXT NULL,
    "statement" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "horizon" TEXT NOT NULL,
    "measure" TEXT NULL,
    "baseline" TEXT NULL,
    "target" TEXT NULL,
    "outcome_id" TEXT NULL,
    "origin" TEXT NULL,
    "place" INTEGER NOT NULL,
    "finalized_at" TEXT NULL,
    "finalized_by" TEXT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_goal" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_goal_goal_district_id_outcome_id" FOREIGN KEY ("district_id", "outcome_id") REFERENCES "goal" ("district_id", "id"),
    CONSTRAINT "FK_goal_school_district_id_school_id" FOREIGN KEY ("district_id", "school_id") REFERENCES "school" ("district_id", "id")
);

CREATE TABLE "implementation_plan" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "school_id" TEXT NULL,
    "parent_plan_id" TEXT NULL,
    "note" TEXT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_implementation_plan" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_implementation_plan_implementation_plan_district_id_parent_plan_id" FOREIGN KEY ("district_id", "parent_plan_id") REFERENCES "implementation_plan" ("district_id", "id"),
    CONSTRAINT "FK_implementation_plan_school_district_id_school_id" FOREIGN KEY ("district_id", "school_id") REFERENCES "school" ("district_id", "id")
);

CREATE TABLE "invitation" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_key" TEXT NOT NULL,
    "suggested_name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "school_id" TEXT NULL,
    "team_role" TEXT NULL,
    "language" TEXT NOT NULL,
    "note" TEXT NULL,
    "invited_by" TEXT NOT NULL,
    "token_hash" BLOB NOT NULL,
    "sent_at" TEXT NOT NULL,
    "expires_at" TEXT NOT NULL,
    "accepted_at" TEXT NULL,
    "accepted_by" TEXT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_invitation" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_invitation_school_district_id_school_id" FOREIGN KEY ("district_id", "school_id") REFERENCES "school" ("district_id", "id")
);

CREATE TABLE "membership" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "school_id" TEXT NULL,
    "team_role" TEXT NULL,
    "name_then" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_membership" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_membership_person_person_id" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE,
    CONSTRAINT "FK_membership_school_district_id_school_id" FOREIGN KEY ("district_id", "school_id") REFERENCES "school" ("district_id", "id")
);

CREATE TABLE "prompt_answer" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "step_code" TEXT NOT NULL,
    "prompt_code" TEXT NOT NULL,
    "school_id" TEXT NULL,
    "text" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "written_by" TEXT NOT NULL,
    "written_at" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_prompt_answer" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_prompt_answer_school_district_id_school_id" FOREIGN KEY ("district_id", "school_id") REFERENCES "school" ("district_id", "id")
);

CREATE TABLE "published_plan" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "school_id" TEXT NULL,
    "title" TEXT NOT NULL,
    "what_changed" TEXT NULL,
    "language" TEXT NOT NULL,
    "published_on" TEXT NOT NULL,
    "published_at" TEXT NOT NULL,
    "published_by" TEXT NOT NULL,
    "tree" BLOB NOT NULL,
    "body" BLOB NOT NULL,
    "withdrawn_at" TEXT NULL,
    "withdrawn_by" TEXT NULL,
    "withdrawn_why" TEXT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_published_plan" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_published_plan_school_district_id_school_id" FOREIGN KEY ("district_id", "school_id") REFERENCES "school" ("district_id", "id")
);

CREATE TABLE "step_completion" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "step_code" TEXT NOT NULL,
    "school_id" TEXT NULL,
    "done_by" TEXT NOT NULL,
    "done_at" TEXT NOT NULL,
    "nobody_asked_because" TEXT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_step_completion" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_step_completion_school_district_id_school_id" FOREIGN KEY ("district_id", "school_id") REFERENCES "school" ("district_id", "id")
);

CREATE TABLE "vision" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "school_id" TEXT NULL,
    "scope" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "written_by" TEXT NULL,
    "written_at" TEXT NULL,
    "drafts_kept" INTEGER NOT NULL,
    "kept_at" TEXT NULL,
    "shared_at" TEXT NULL,
    "shared_by" TEXT NULL,
    "adopted_at" TEXT NULL,
    "adopted_by" TEXT NULL,
    "adopted_on" TEXT NULL,
    "adopting_body" TEXT NULL,
    "minutes" TEXT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_vision" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_vision_school_district_id_school_id" FOREIGN KEY ("district_id", "school_id") REFERENCES "school" ("district_id", "id")
);

CREATE TABLE "buy_in" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "group_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    CONSTRAINT "PK_buy_in" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_buy_in_stakeholder_group_district_id_group_id" FOREIGN KEY ("district_id", "group_id") REFERENCES "stakeholder_group" ("district_id", "id") ON DELETE CASCADE
);

CREATE TABLE "group_heard" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "activity_id" TEXT NOT NULL,
    "group_id" TEXT NULL,
    "reached" INTEGER NULL,
    "heard" INTEGER NULL,
    CONSTRAINT "PK_group_heard" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_group_heard_engagement_activity_district_id_activity_id" FOREIGN KEY ("district_id", "activity_id") REFERENCES "engagement_activity" ("district_id", "id") ON DELETE CASCADE,
    CONSTRAINT "FK_group_heard_stakeholder_group_district_id_group_id" FOREIGN KEY ("district_id", "group_id") REFERENCES "stakeholder_group" ("district_id", "id")
);

CREATE TABLE "outreach_task" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "group_id" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "why" TEXT NULL,
    "owner" TEXT NULL,
    "due" TEXT NULL,
    "done_at" TEXT NULL,
    "done_by" TEXT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_outreach_task" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_outreach_task_stakeholder_group_district_id_group_id" FOREIGN KEY ("district_id", "group_id") REFERENCES "stakeholder_group" ("district_id", "id") ON DELETE CASCADE
);

CREATE TABLE "answer" (
    "district_id" TEXT NOT NULL,
    "round_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "channel_id" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "saved_on" TEXT NOT NULL,
    "sent_on" TEXT NULL,
    "entries" TEXT NOT NULL,
    CONSTRAINT "PK_answer" PRIMARY KEY ("district_id", "round_id", "id"),
    CONSTRAINT "FK_answer_feedback_round_district_id_round_id" FOREIGN KEY ("district_id", "round_id") REFERENCES "feedback_round" ("district_id", "id") ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE "asked_person" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "round_id" TEXT NOT NULL,
    "channel_id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    CONSTRAINT "PK_asked_person" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_asked_person_feedback_round_district_id_round_id" FOREIGN KEY ("district_id", "round_id") REFERENCES "feedback_round" ("district_id", "id") ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE "feedback_channel" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "round_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "group" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "reminded_at" TEXT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_feedback_channel" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_feedback_channel_feedback_round_district_id_round_id" FOREIGN KEY ("district_id", "round_id") REFERENCES "feedback_round" ("district_id", "id") ON DELETE CASCADE
);

CREATE TABLE "personal_ticket" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "round_id" TEXT NOT NULL,
    "channel_id" TEXT NOT NULL,
    CONSTRAINT "PK_personal_ticket" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_personal_ticket_feedback_round_district_id_round_id" FOREIGN KEY ("district_id", "round_id") REFERENCES "feedback_round" ("district_id", "id") ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE "published_figures" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "round_id" TEXT NOT NULL,
    "round_name" TEXT NOT NULL,
    "published_on" TEXT NOT NULL,
    "content" BLOB NOT NULL,
    "withdrawn_at" TEXT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_published_figures" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_published_figures_feedback_round_district_id_round_id" FOREIGN KEY ("district_id", "round_id") REFERENCES "feedback_round" ("district_id", "id") ON DELETE CASCADE
);

CREATE TABLE "round_form" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "round_id" TEXT NOT NULL,
    "edition" INTEGER NOT NULL,
    "content" BLOB NOT NULL,
    CONSTRAINT "PK_round_form" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_round_form_feedback_round_district_id_round_id" FOREIGN KEY ("district_id", "round_id") REFERENCES "feedback_round" ("district_id", "id") ON DELETE CASCADE
);

CREATE TABLE "statement_ruling" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "round_id" TEXT NOT NULL,
    "answer_id" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "row" TEXT NULL,
    "is_in" INTEGER NOT NULL,
    CONSTRAINT "PK_statement_ruling" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_statement_ruling_feedback_round_district_id_round_id" FOREIGN KEY ("district_id", "round_id") REFERENCES "feedback_round" ("district_id", "id") ON DELETE CASCADE
);

CREATE TABLE "text_note" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "round_id" TEXT NOT NULL,
    "answer_id" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "translation" TEXT NULL,
    "translation_language" TEXT NULL,
    "quote" TEXT NULL,
    "quote_translation" TEXT NULL,
    "quote_translation_language" TEXT NULL,
    "approved_by" TEXT NULL,
    "approved_at" TEXT NULL,
    CONSTRAINT "PK_text_note" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_text_note_feedback_round_district_id_round_id" FOREIGN KEY ("district_id", "round_id") REFERENCES "feedback_round" ("district_id", "id") ON DELETE CASCADE
);

CREATE TABLE "theme" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "round_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "summary" TEXT NULL,
    "disposition" TEXT NULL,
    "reason" TEXT NULL,
    "changed" TEXT NULL,
    "changed_id" TEXT NULL,
    "changed_version" INTEGER NULL,
    "changed_text" TEXT NULL,
    "disposed_at" TEXT NULL,
    "disposed_by" TEXT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_theme" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_theme_feedback_round_district_id_round_id" FOREIGN KEY ("district_id", "round_id") REFERENCES "feedback_round" ("district_id", "id") ON DELETE CASCADE
);

CREATE TABLE "goal_link" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "goal_id" TEXT NOT NULL,
    "vision_statement_id" TEXT NULL,
    "core_belief_id" TEXT NULL,
    "district_priority_id" TEXT NULL,
    CONSTRAINT "PK_goal_link" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_goal_link_core_belief_district_id_core_belief_id" FOREIGN KEY ("district_id", "core_belief_id") REFERENCES "core_belief" ("district_id", "id"),
    CONSTRAINT "FK_goal_link_district_priority_district_id_district_priority_id" FOREIGN KEY ("district_id", "district_priority_id") REFERENCES "district_priority" ("district_id", "id"),
    CONSTRAINT "FK_goal_link_goal_district_id_goal_id" FOREIGN KEY ("district_id", "goal_id") REFERENCES "goal" ("district_id", "id") ON DELETE CASCADE,
    CONSTRAINT "FK_goal_link_vision_statement_district_id_vision_statement_id" FOREIGN KEY ("district_id", "vision_statement_id") REFERENCES "vision_statement" ("district_id", "id")
);

CREATE TABLE "goal_revision" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "goal_id" TEXT NOT NULL,
    "former" TEXT NOT NULL,
    "now" TEXT NOT NULL,
    "learned" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "when" TEXT NOT NULL,
    CONSTRAINT "PK_goal_revision" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_goal_revision_goal_district_id_goal_id" FOREIGN KEY ("district_id", "goal_id") REFERENCES "goal" ("district_id", "id") ON DELETE CASCADE
);

CREATE TABLE "success_picture" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "goal_id" TEXT NOT NULL,
    "horizon" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_success_picture" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_success_picture_goal_district_id_goal_id" FOREIGN KEY ("district_id", "goal_id") REFERENCES "goal" ("district_id", "id") ON DELETE CASCADE
);

CREATE TABLE "decision" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "question" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "level_reason" TEXT NULL,
    "decider_id" TEXT NULL,
    "decider_name" TEXT NULL,
    "lead_days" INTEGER NULL,
    "needed_on" TEXT NULL,
    "broad_support_since" TEXT NULL,
    "outcome" TEXT NULL,
    "outcome_reason" TEXT NULL,
    "decided_on" TEXT NULL,
    "replaces_id" TEXT NULL,
    "replaced_by_id" TEXT NULL,
    "superseded_on" TEXT NULL,
    "starter_code" TEXT NULL,
    "given_id" TEXT NULL,
    "stance" TEXT NULL,
    "stance_reason" TEXT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_decision" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_decision_decision_district_id_given_id" FOREIGN KEY ("district_id", "given_id") REFERENCES "decision" ("district_id", "id"),
    CONSTRAINT "FK_decision_decision_district_id_replaces_id" FOREIGN KEY ("district_id", "replaces_id") REFERENCES "decision" ("district_id", "id"),
    CONSTRAINT "FK_decision_implementation_plan_district_id_plan_id" FOREIGN KEY ("district_id", "plan_id") REFERENCES "implementation_plan" ("district_id", "id") ON DELETE RESTRICT
);

CREATE TABLE "vision_draft" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "vision_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "when" TEXT NOT NULL,
    CONSTRAINT "PK_vision_draft" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_vision_draft_vision_district_id_vision_id" FOREIGN KEY ("district_id", "vision_id") REFERENCES "vision" ("district_id", "id") ON DELETE CASCADE
);

CREATE TABLE "theme_mark" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "round_id" TEXT NOT NULL,
    "answer_id" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "theme_id" TEXT NULL,
    CONSTRAINT "PK_theme_mark" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_theme_mark_theme_district_id_theme_id" FOREIGN KEY ("district_id", "theme_id") REFERENCES "theme" ("district_id", "id")
);

CREATE TABLE "action_item" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "goal_id" TEXT NULL,
    "what" TEXT NOT NULL,
    "owner_id" TEXT NULL,
    "owner_name" TEXT NULL,
    "due" TEXT NULL,
    "resources" TEXT NULL,
    "evidence" TEXT NULL,
    "status" TEXT NOT NULL,
    "dropped_reason" TEXT NULL,
    "waits_for_id" TEXT NULL,
    "order" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_action_item" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_action_item_decision_district_id_waits_for_id" FOREIGN KEY ("district_id", "waits_for_id") REFERENCES "decision" ("district_id", "id"),
    CONSTRAINT "FK_action_item_implementation_plan_district_id_plan_id" FOREIGN KEY ("district_id", "plan_id") REFERENCES "implementation_plan" ("district_id", "id") ON DELETE RESTRICT
);

CREATE TABLE "communication" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "audience_id" TEXT NULL,
    "decision_id" TEXT NULL,
    "key_message" TEXT NULL,
    "channel" TEXT NOT NULL,
    "messenger" TEXT NULL,
    "language" TEXT NULL,
    "on" TEXT NULL,
    "sent_on" TEXT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_communication" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_communication_decision_district_id_decision_id" FOREIGN KEY ("district_id", "decision_id") REFERENCES "decision" ("district_id", "id"),
    CONSTRAINT "FK_communication_stakeholder_group_district_id_audience_id" FOREIGN KEY ("district_id", "audience_id") REFERENCES "stakeholder_group" ("district_id", "id")
);

CREATE TABLE "consultation" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "decision_id" TEXT NOT NULL,
    "group" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "consulted_on" TEXT NULL,
    "heard" TEXT NULL,
    "waived_reason" TEXT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_consultation" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_consultation_decision_district_id_decision_id" FOREIGN KEY ("district_id", "decision_id") REFERENCES "decision" ("district_id", "id") ON DELETE RESTRICT
);

CREATE TABLE "decision_input" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "decision_id" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "member_id" TEXT NULL,
    "name" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "told_on" TEXT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_decision_input" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_decision_input_decision_district_id_decision_id" FOREIGN KEY ("district_id", "decision_id") REFERENCES "decision" ("district_id", "id") ON DELETE RESTRICT
);

CREATE TABLE "decision_option" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "decision_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "pro" TEXT NULL,
    "con" TEXT NULL,
    "order" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_decision_option" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_decision_option_decision_district_id_decision_id" FOREIGN KEY ("district_id", "decision_id") REFERENCES "decision" ("district_id", "id") ON DELETE RESTRICT
);

CREATE TABLE "next_step" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "decision_id" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "who_id" TEXT NULL,
    "who_name" TEXT NULL,
    "due" TEXT NULL,
    "done_on" TEXT NULL,
    "order" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_next_step" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_next_step_decision_district_id_decision_id" FOREIGN KEY ("district_id", "decision_id") REFERENCES "decision" ("district_id", "id") ON DELETE RESTRICT
);

CREATE TABLE "responsibility" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "holder_id" TEXT NULL,
    "holder_name" TEXT NULL,
    "level" TEXT NOT NULL,
    "from_decision_id" TEXT NULL,
    "due" TEXT NULL,
    "starter_code" TEXT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_responsibility" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_responsibility_decision_district_id_from_decision_id" FOREIGN KEY ("district_id", "from_decision_id") REFERENCES "decision" ("district_id", "id"),
    CONSTRAINT "FK_responsibility_implementation_plan_district_id_plan_id" FOREIGN KEY ("district_id", "plan_id") REFERENCES "implementation_plan" ("district_id", "id") ON DELETE RESTRICT
);

CREATE TABLE "expected_question" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "communication_id" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT NULL,
    "is_public" INTEGER NOT NULL,
    CONSTRAINT "PK_expected_question" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_expected_question_communication_district_id_communication_id" FOREIGN KEY ("district_id", "communication_id") REFERENCES "communication" ("district_id", "id") ON DELETE CASCADE
);

CREATE TABLE "support_need" (
    "district_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "responsibility_id" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "requested_on" TEXT NULL,
    "requested_of" TEXT NULL,
    "requested_by" TEXT NULL,
    "met_on" TEXT NULL,
    "refused_on" TEXT NULL,
    "answered_by" TEXT NULL,
    "answer" TEXT NULL,
    "version" INTEGER NOT NULL,
    "removed_at" TEXT NULL,
    CONSTRAINT "PK_support_need" PRIMARY KEY ("district_id", "id"),
    CONSTRAINT "FK_support_need_responsibility_district_id_responsibility_id" FOREIGN KEY ("district_id", "responsibility_id") REFERENCES "responsibility" ("district_id", "id") ON DELETE RESTRICT
);

CREATE INDEX "IX_action_item_district_id_goal_id" ON "action_item" ("district_id", "goal_id");

CREATE INDEX "IX_action_item_district_id_plan_id" ON "action_item" ("district_id", "plan_id");

CREATE INDEX "IX_action_item_district_id_waits_for_id" ON "action_item" ("district_id", "waits_for_id");

CREATE INDEX "IX_asked_person_district_id_round_id" ON "asked_person" ("district_id", "round_id");

CREATE INDEX "IX_buy_in_district_id_group_id" ON "buy_in" ("district_id", "group_id");

CREATE INDEX "IX_communication_district_id_audience_id" ON "communication" ("district_id", "audience_id");

CREATE INDEX "IX_communication_district_id_decision_id" ON "communication" ("district_id", "decision_id");

CREATE UNIQUE INDEX "IX_competency_definition_district_id_headline_goal_id_number" ON "competency_definition" ("district_id", "headline_goal_id", "number");

CREATE INDEX "IX_consultation_district_id_decision_id" ON "consultation" ("district_id", "decision_id");

CREATE INDEX "IX_decision_district_id_given_id" ON "decision" ("district_id", "given_id");

CREATE UNIQUE INDEX "IX_decision_district_id_plan_id_number" ON "decision" ("district_id", "plan_id", "number");

CREATE INDEX "IX_decision_district_id_replaces_id" ON "decision" ("district_id", "replaces_id");

CREATE INDEX "IX_decision_input_district_id_decision_id" ON "decision_input" ("district_id", "decision_id");

CREATE INDEX "IX_decision_option_district_id_decision_id" ON "decision_option" ("district_id", "decision_id");

CREATE UNIQUE INDEX "IX_district_org_code" ON "district" ("org_code");

CREATE UNIQUE INDEX "IX_district_slug" ON "district" ("slug");

CREATE UNIQUE INDEX "IX_district_logo_district_id_file" ON "district_logo" ("district_id", "file");

CREATE UNIQUE INDEX "IX_enrollment_figure_district_id_school_id_end_year_measure" ON "enrollment_figure" ("district_id", "school_id", "end_year", "measure");

CREATE UNIQUE INDEX "IX_equity_goal_district_id_scope" ON "equity_goal" ("district_id", "scope");

CREATE INDEX "IX_equity_subgroup_district_id_equity_goal_id" ON "equity_subgroup" ("district_id", "equity_goal_id");

CREATE INDEX "IX_expected_question_district_id_communication_id" ON "expected_question" ("district_id", "communication_id");

CREATE INDEX "IX_external_login_person_id" ON "external_login" ("person_id");

CREATE INDEX "IX_feedback_channel_district_id_round_id" ON "feedback_channel" ("district_id", "round_id");

CREATE INDEX "IX_feedback_round_district_id_school_id" ON "feedback_round" ("district_id", "school_id");

CREATE INDEX "IX_goal_district_id_outcome_id" ON "goal" ("district_id", "outcome_id");

CREATE INDEX "IX_goal_district_id_school_id" ON "goal" ("district_id", "school_id");

CREATE INDEX "IX_goal_link_district_id_core_belief_id" ON "goal_link" ("district_id", "core_belief_id");

CREATE INDEX "IX_goal_link_district_id_district_priority_id" ON "goal_link" ("district_id", "district_priority_id");

CREATE INDEX "IX_goal_link_district_id_goal_id" ON "goal_link" ("district_id", "goal_id");

CREATE INDEX "IX_goal_link_district_id_vision_statement_id" ON "goal_link" ("district_id", "vision_statement_id");

CREATE INDEX "IX_goal_revision_district_id_goal_id" ON "goal_revision" ("district_id", "goal_id");

CREATE INDEX "IX_group_heard_district_id_activity_id" ON "group_heard" ("district_id", "activity_id");

CREATE INDEX "IX_group_heard_district_id_group_id" ON "group_heard" ("district_id", "group_id");

CREATE INDEX "IX_happening_district_id_subject_id" ON "happening" ("district_id", "subject_id");

CREATE INDEX "IX_happening_district_id_when" ON "happening" ("district_id", "when");

CREATE UNIQUE INDEX "IX_headline_goal_district_id_scope" ON "headline_goal" ("district_id", "scope");

CREATE INDEX "IX_implementation_plan_district_id_parent_plan_id" ON "implementation_plan" ("district_id", "parent_plan_id");

CREATE INDEX "IX_implementation_plan_district_id_school_id" ON "implementation_plan" ("district_id", "school_id");

CREATE INDEX "IX_invitation_district_id_email_key" ON "invitation" ("district_id", "email_key");

CREATE INDEX "IX_invitation_district_id_school_id" ON "invitation" ("district_id", "school_id");

CREATE INDEX "IX_invitation_district_id_token_hash" ON "invitation" ("district_id", "token_hash");

CREATE INDEX "IX_listed_school_district_key" ON "listed_school" ("district_key");

CREATE INDEX "IX_membership_district_id_person_id" ON "membership" ("district_id", "person_id");

CREATE INDEX "IX_membership_district_id_school_id" ON "membership" ("district_id", "school_id");

CREATE INDEX "IX_membership_person_id" ON "membership" ("person_id");

CREATE INDEX "IX_next_step_district_id_decision_id" ON "next_step" ("district_id", "decision_id");

CREATE INDEX "IX_outbox_mail_closed_at_not_before" ON "outbox_mail" ("closed_at", "not_before");

CREATE INDEX "IX_outbox_mail_recipient_key_enqueued_at" ON "outbox_mail" ("recipient_key", "enqueued_at");

CREATE INDEX "IX_outreach_task_district_id_group_id" ON "outreach_task" ("district_id", "group_id");

CREATE INDEX "IX_passkey_person_id" ON "passkey" ("person_id");

CREATE UNIQUE INDEX "IX_person_email_key" ON "person" ("email_key");

CREATE INDEX "IX_personal_ticket_district_id_round_id" ON "personal_ticket" ("district_id", "round_id");

CREATE UNIQUE INDEX "IX_planning_arrangement_district_id" ON "planning_arrangement" ("district_id");

CREATE INDEX "IX_prompt_answer_district_id_school_id" ON "prompt_answer" ("district_id", "school_id");

CREATE INDEX "IX_prompt_answer_district_id_step_code_prompt_code" ON "prompt_answer" ("district_id", "step_code", "prompt_code");

CREATE UNIQUE INDEX "IX_published_figures_district_id_number" ON "published_figures" ("district_id", "number");

CREATE INDEX "IX_published_figures_district_id_round_id" ON "published_figures" ("district_id", "round_id");

CREATE UNIQUE INDEX "IX_published_plan_district_id_number" ON "published_plan" ("district_id", "number");

CREATE INDEX "IX_published_plan_district_id_school_id" ON "published_plan" ("district_id", "school_id");

CREATE INDEX "IX_responsibility_district_id_from_decision_id" ON "responsibility" ("district_id", "from_decision_id");

CREATE INDEX "IX_responsibility_district_id_plan_id" ON "responsibility" ("district_id", "plan_id");

CREATE INDEX "IX_revisit_district_id_subject_id" ON "revisit" ("district_id", "subject_id");

CREATE UNIQUE INDEX "IX_round_form_district_id_round_id_edition" ON "round_form" ("district_id", "round_id", "edition");

CREATE UNIQUE INDEX "IX_school_district_id_org_code" ON "school" ("district_id", "org_code");

CREATE INDEX "IX_session_person_id" ON "session" ("person_id");

CREATE INDEX "IX_sign_in_link_attempt_id" ON "sign_in_link" ("attempt_id");

CREATE INDEX "IX_sign_in_link_expires_at" ON "sign_in_link" ("expires_at");

CREATE UNIQUE INDEX "IX_statement_ruling_district_id_round_id_answer_id_question" ON "statement_ruling" ("district_id", "round_id", "answer_id", "question");

CREATE INDEX "IX_step_completion_district_id_school_id" ON "step_completion" ("district_id", "school_id");

CREATE INDEX "IX_step_completion_district_id_step_code" ON "step_completion" ("district_id", "step_code");

CREATE INDEX "IX_subscription_request_expires_at" ON "subscription_request" ("expires_at");

CREATE UNIQUE INDEX "IX_success_picture_district_id_goal_id_horizon" ON "success_picture" ("district_id", "goal_id", "horizon");

CREATE INDEX "IX_support_need_district_id_responsibility_id" ON "support_need" ("district_id", "responsibility_id");

CREATE UNIQUE INDEX "IX_text_note_district_id_round_id_answer_id_field" ON "text_note" ("district_id", "round_id", "answer_id", "field");

CREATE INDEX "IX_theme_district_id_round_id" ON "theme" ("district_id", "round_id");

CREATE INDEX "IX_theme_mark_district_id_round_id" ON "theme_mark" ("district_id", "round_id");

CREATE INDEX "IX_theme_mark_district_id_theme_id" ON "theme_mark" ("district_id", "theme_id");

CREATE UNIQUE INDEX "IX_update_subscription_district_id_email_key" ON "update_subscription" ("district_id", "email_key");

CREATE UNIQUE INDEX "IX_value_ranking_district_id_whose" ON "value_ranking" ("district_id", "whose");

CREATE INDEX "IX_vision_district_id_school_id" ON "vision" ("district_id", "school_id");

CREATE UNIQUE INDEX "IX_vision_district_id_scope" ON "vision" ("district_id", "scope");

CREATE UNIQUE INDEX "IX_vision_draft_district_id_vision_id_number" ON "vision_draft" ("district_id", "vision_id", "number");

CREATE INDEX "IX_waiting_invitation_address_key" ON "waiting_invitation" ("address_key");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127103503_Initial', '10.0.15');

