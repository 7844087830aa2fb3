using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Throughline.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "core_belief",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_core_belief", x => new { x.district_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "district",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    org_code = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    town = table.Column<string>(type: "TEXT", nullable: true),
                    time_zone = table.Column<string>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    founded_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    is_invented = table.Column<bool>(type: "INTEGER", nullable: false),
                    launch_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    team_launch_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    horizon_set = table.Column<string>(type: "TEXT", nullable: false),
                    process_edition = table.Column<string>(type: "TEXT", nullable: false),
                    accent_color = table.Column<string>(type: "TEXT", nullable: true),
                    logo_file = table.Column<string>(type: "TEXT", nullable: true),
                    logo_words = table.Column<string>(type: "TEXT", nullable: true),
                    logo_width = table.Column<int>(type: "INTEGER", nullable: false),
                    logo_height = table.Column<int>(type: "INTEGER", nullable: false),
                    band_from = table.Column<string>(type: "TEXT", nullable: true),
                    band_to = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_district", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "district_logo",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file = table.Column<string>(type: "TEXT", nullable: false),
                    width = table.Column<int>(type: "INTEGER", nullable: false),
                    height = table.Column<int>(type: "INTEGER", nullable: false),
                    picture = table.Column<byte[]>(type: "BLOB", nullable: false),
                    stands_out = table.Column<int>(type: "INTEGER", nullable: false),
                    added_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    words = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_district_logo", x => new { x.district_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "district_priority",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_district_priority", x => new { x.district_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "engagement_activity",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    step = table.Column<string>(type: "TEXT", nullable: true),
                    decision = table.Column<Guid>(type: "TEXT", nullable: true),
                    round = table.Column<Guid>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_engagement_activity", x => new { x.district_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "equity_goal",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    school_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    scope = table.Column<string>(type: "TEXT", nullable: false),
                    statement = table.Column<string>(
                        type: "TEXT",
                        maxLength: 1000,
                        nullable: false
                    ),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_equity_goal", x => new { x.district_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "happening",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    when = table.Column<DateTime>(type: "TEXT", nullable: false),
                    who = table.Column<Guid>(type: "TEXT", nullable: false),
                    on_behalf_of = table.Column<Guid>(type: "TEXT", nullable: true),
                    why = table.Column<string>(type: "TEXT", nullable: true),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    subject_kind = table.Column<string>(type: "TEXT", nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    about = table.Column<string>(type: "TEXT", nullable: false),
                    changes = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_happening", x => new { x.district_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "headline_goal",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    school_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    scope = table.Column<string>(type: "TEXT", nullable: false),
                    target_percent = table.Column<decimal>(
                        type: "TEXT",
                        precision: 5,
                        scale: 2,
                        nullable: false
                    ),
                    target_class = table.Column<int>(type: "INTEGER", nullable: false),
                    long_range_percent = table.Column<decimal>(
                        type: "TEXT",
                        precision: 5,
                        scale: 2,
                        nullable: false
                    ),
                    definition_number = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_headline_goal", x => new { x.district_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "listed_district",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    town = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: true),
                    end_year = table.Column<int>(type: "INTEGER", nullable: false),
                    schools = table.Column<int>(type: "INTEGER", nullable: false),
                    pupils = table.Column<int>(type: "INTEGER", nullable: false),
                    search_text = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_listed_district", x => x.key);
                }
            );

            migrationBuilder.CreateTable(
                name: "listed_figures",
                columns: table => new
                {
                    school_key = table.Column<string>(type: "TEXT", nullable: false),
                    end_year = table.Column<int>(type: "INTEGER", nullable: false),
                    figures = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_listed_figures", x => new { x.school_key, x.end_year });
                }
            );

            migrationBuilder.CreateTable(
                name: "listed_school",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    district_key = table.Column<string>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    town = table.Column<string>(type: "TEXT", nullable: true),
                    zip = table.Column<string>(type: "TEXT", nullable: true),
                    grades_served = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_listed_school", x => x.key);
                }
            );

            migrationBuilder.CreateTable(
                name: "outbox_mail",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    recipient_key = table.Column<string>(type: "TEXT", nullable: false),
                    to_email = table.Column<string>(type: "TEXT", nullable: false),
                    to_name = table.Column<string>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    html = table.Column<string>(type: "TEXT", nullable: false),
                    unsubscribe = table.Column<string>(type: "TEXT", nullable: true),
                    sealed_secret = table.Column<string>(type: "TEXT", nullable: true),
                    actor = table.Column<Guid>(type: "TEXT", nullable: true),
                    enqueued_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    not_before = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    last_fault = table.Column<string>(type: "TEXT", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox_mail", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "passkey_challenge",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_passkey_challenge", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "person",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    email_key = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: true),
                    joined_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    host_since = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_person", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "planning_arrangement",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    way = table.Column<string>(type: "TEXT", nullable: false),
                    by_district = table.Column<string>(type: "TEXT", nullable: true),
                    by_schools = table.Column<string>(type: "TEXT", nullable: true),
                    together = table.Column<string>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_planning_arrangement", x => new { x.district_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "respondent_address",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    district = table.Column<Guid>(type: "TEXT", nullable: false),
                    round = table.Column<Guid>(type: "TEXT", nullable: false),
                    channel = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_respondent_address", x => x.code);
                }
            );

            migrationBuilder.CreateTable(
                name: "revisit",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    of = table.Column<string>(type: "TEXT", nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    result = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    who = table.Column<Guid>(type: "TEXT", nullable: false),
                    when = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_revisit", x => new { x.district_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "school",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    org_code = table.Column<string>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    town = table.Column<string>(type: "TEXT", nullable: true),
                    grades_served = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_school", x => new { x.district_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "set_up_link",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    spent_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_set_up_link", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "sign_in_budget",
                columns: table => new
                {
                    bucket = table.Column<string>(type: "TEXT", nullable: false),
                    used_up_to = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sign_in_budget", x => x.bucket);
                }
            );

            migrationBuilder.CreateTable(
                name: "sign_in_link",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    attempt_id = table.Column<string>(type: "TEXT", nullable: true),
                    code_hash = table.Column<string>(type: "TEXT", nullable: true),
                    address_key = table.Column<string>(type: "TEXT", nullable: true),
                    address_hash = table.Column<string>(type: "TEXT", nullable: false),
                    next = table.Column<string>(type: "TEXT", nullable: true),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    spent_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sign_in_link", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "stakeholder_group",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    measure = table.Column<string>(type: "TEXT", nullable: true),
                    people = table.Column<int>(type: "INTEGER", nullable: true),
                    language = table.Column<string>(type: "TEXT", nullable: true),
                    is_rarely_heard = table.Column<bool>(type: "INTEGER", nullable: false),
                    level = table.Column<string>(type: "TEXT", nullable: false),
                    contact = table.Column<string>(type: "TEXT", nullable: true),
                    target = table.Column<int>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stakeholder_group", x => new { x.district_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "starting_point_answers",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    answers = table.Column<string>(type: "TEXT", nullable: false),
                    step_code = table.Column<string>(type: "TEXT", nullable: false),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_starting_point_answers", x => new { x.district_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "subscription_request",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    district = table.Column<Guid>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_subscription_request", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "update_subscription",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    email_key = table.Column<string>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    confirmed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    secret = table.Column<string>(type: "TEXT", nullable: false),
                    told_of = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_update_subscription", x => new { x.district_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "value_ranking",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    whose = table.Column<string>(type: "TEXT", nullable: false),
                    codes = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_value_ranking", x => new { x.district_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "vision_statement",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_vision_statement", x => new { x.district_id, x.id });
                }
            );

            migrationBuilder.CreateTable(
                name: "waiting_invitation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    district = table.Column<Guid>(type: "TEXT", nullable: false),
                    address_key = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_waiting_invitation", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "equity_subgroup",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    equity_goal_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    measure = table.Column<string>(type: "TEXT", nullable: false),
                    grades = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_equity_subgroup", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_equity_subgroup_equity_goal_district_id_equity_goal_id",
                        columns: x => new { x.district_id, x.equity_goal_id },
                        principalTable: "equity_goal",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "competency_definition",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    headline_goal_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    course = table.Column<string>(type: "TEXT", nullable: false),
                    least_grade = table.Column<string>(type: "TEXT", nullable: false),
                    exam = table.Column<string>(type: "TEXT", nullable: false),
                    least_score = table.Column<int>(type: "INTEGER", nullable: false),
                    who = table.Column<Guid>(type: "TEXT", nullable: false),
                    when = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_competency_definition", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_competency_definition_headline_goal_district_id_headline_goal_id",
                        columns: x => new { x.district_id, x.headline_goal_id },
                        principalTable: "headline_goal",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "external_login",
                columns: table => new
                {
                    issuer = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    added_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_external_login", x => new { x.issuer, x.subject });
                    table.ForeignKey(
                        name: "FK_external_login_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "passkey",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    public_key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    added_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    used_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    sign_count = table.Column<long>(type: "INTEGER", nullable: false),
                    transports = table.Column<string>(type: "TEXT", nullable: false),
                    is_user_verified = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_backup_eligible = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_backed_up = table.Column<bool>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_passkey", x => x.id);
                    table.ForeignKey(
                        name: "FK_passkey_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "session",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    began_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    device = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_session", x => x.id);
                    table.ForeignKey(
                        name: "FK_session_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "enrollment_figure",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    school_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    end_year = table.Column<int>(type: "INTEGER", nullable: false),
                    measure = table.Column<string>(type: "TEXT", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_enrollment_figure", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_enrollment_figure_school_district_id_school_id",
                        columns: x => new { x.district_id, x.school_id },
                        principalTable: "school",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "feedback_round",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    subject_version = table.Column<int>(type: "INTEGER", nullable: true),
                    step = table.Column<string>(type: "TEXT", nullable: true),
                    school_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    closes_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    keep_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    asks_students = table.Column<bool>(type: "INTEGER", nullable: false),
                    basis = table.Column<string>(type: "TEXT", nullable: true),
                    basis_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    basis_note = table.Column<string>(type: "TEXT", nullable: true),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    receipt_key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    opened_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    answered_back_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    answered_back_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    cleared_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    order_forgotten_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feedback_round", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_feedback_round_school_district_id_school_id",
                        columns: x => new { x.district_id, x.school_id },
                        principalTable: "school",
                        principalColumns: new[] { "district_id", "id" }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "goal",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    school_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    statement = table.Column<string>(
                        type: "TEXT",
                        maxLength: 1000,
                        nullable: false
                    ),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    horizon = table.Column<string>(type: "TEXT", nullable: false),
                    measure = table.Column<string>(type: "TEXT", nullable: true),
                    baseline = table.Column<string>(type: "TEXT", nullable: true),
                    target = table.Column<string>(type: "TEXT", nullable: true),
                    outcome_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    origin = table.Column<string>(type: "TEXT", nullable: true),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    finalized_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    finalized_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_goal", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_goal_goal_district_id_outcome_id",
                        columns: x => new { x.district_id, x.outcome_id },
                        principalTable: "goal",
                        principalColumns: new[] { "district_id", "id" }
                    );
                    table.ForeignKey(
                        name: "FK_goal_school_district_id_school_id",
                        columns: x => new { x.district_id, x.school_id },
                        principalTable: "school",
                        principalColumns: new[] { "district_id", "id" }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "implementation_plan",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    school_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    parent_plan_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_implementation_plan", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_implementation_plan_implementation_plan_district_id_parent_plan_id",
                        columns: x => new { x.district_id, x.parent_plan_id },
                        principalTable: "implementation_plan",
                        principalColumns: new[] { "district_id", "id" }
                    );
                    table.ForeignKey(
                        name: "FK_implementation_plan_school_district_id_school_id",
                        columns: x => new { x.district_id, x.school_id },
                        principalTable: "school",
                        principalColumns: new[] { "district_id", "id" }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "invitation",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    email_key = table.Column<string>(type: "TEXT", nullable: false),
                    suggested_name = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    school_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    team_role = table.Column<string>(type: "TEXT", nullable: true),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    invited_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    token_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    accepted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    accepted_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invitation", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_invitation_school_district_id_school_id",
                        columns: x => new { x.district_id, x.school_id },
                        principalTable: "school",
                        principalColumns: new[] { "district_id", "id" }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "membership",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    school_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    team_role = table.Column<string>(type: "TEXT", nullable: true),
                    name_then = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_membership", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_membership_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_membership_school_district_id_school_id",
                        columns: x => new { x.district_id, x.school_id },
                        principalTable: "school",
                        principalColumns: new[] { "district_id", "id" }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "prompt_answer",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    step_code = table.Column<string>(type: "TEXT", nullable: false),
                    prompt_code = table.Column<string>(type: "TEXT", nullable: false),
                    school_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    written_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    written_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_prompt_answer", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_prompt_answer_school_district_id_school_id",
                        columns: x => new { x.district_id, x.school_id },
                        principalTable: "school",
                        principalColumns: new[] { "district_id", "id" }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "published_plan",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    school_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    what_changed = table.Column<string>(type: "TEXT", nullable: true),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    published_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    published_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    tree = table.Column<byte[]>(type: "BLOB", nullable: false),
                    body = table.Column<byte[]>(type: "BLOB", nullable: false),
                    withdrawn_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    withdrawn_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    withdrawn_why = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_published_plan", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_published_plan_school_district_id_school_id",
                        columns: x => new { x.district_id, x.school_id },
                        principalTable: "school",
                        principalColumns: new[] { "district_id", "id" }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "step_completion",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    step_code = table.Column<string>(type: "TEXT", nullable: false),
                    school_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    done_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    done_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    nobody_asked_because = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_step_completion", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_step_completion_school_district_id_school_id",
                        columns: x => new { x.district_id, x.school_id },
                        principalTable: "school",
                        principalColumns: new[] { "district_id", "id" }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "vision",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    school_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    scope = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    written_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    written_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    drafts_kept = table.Column<int>(type: "INTEGER", nullable: false),
                    kept_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    shared_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    shared_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    adopted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    adopted_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    adopted_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    adopting_body = table.Column<string>(type: "TEXT", nullable: true),
                    minutes = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_vision", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_vision_school_district_id_school_id",
                        columns: x => new { x.district_id, x.school_id },
                        principalTable: "school",
                        principalColumns: new[] { "district_id", "id" }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "buy_in",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    group_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    evidence = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_buy_in", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_buy_in_stakeholder_group_district_id_group_id",
                        columns: x => new { x.district_id, x.group_id },
                        principalTable: "stakeholder_group",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "group_heard",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    activity_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    group_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reached = table.Column<int>(type: "INTEGER", nullable: true),
                    heard = table.Column<int>(type: "INTEGER", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_group_heard", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_group_heard_engagement_activity_district_id_activity_id",
                        columns: x => new { x.district_id, x.activity_id },
                        principalTable: "engagement_activity",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_group_heard_stakeholder_group_district_id_group_id",
                        columns: x => new { x.district_id, x.group_id },
                        principalTable: "stakeholder_group",
                        principalColumns: new[] { "district_id", "id" }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "outreach_task",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    group_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    why = table.Column<string>(type: "TEXT", nullable: true),
                    owner = table.Column<string>(type: "TEXT", nullable: true),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    done_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    done_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outreach_task", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_outreach_task_stakeholder_group_district_id_group_id",
                        columns: x => new { x.district_id, x.group_id },
                        principalTable: "stakeholder_group",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "answer",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    channel_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    saved_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    sent_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    entries = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "PK_answer",
                        x => new
                        {
                            x.district_id,
                            x.round_id,
                            x.id,
                        }
                    );
                    table.ForeignKey(
                        name: "FK_answer_feedback_round_district_id_round_id",
                        columns: x => new { x.district_id, x.round_id },
                        principalTable: "feedback_round",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "asked_person",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    channel_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_asked_person", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_asked_person_feedback_round_district_id_round_id",
                        columns: x => new { x.district_id, x.round_id },
                        principalTable: "feedback_round",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "feedback_channel",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    group = table.Column<string>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    reminded_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feedback_channel", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_feedback_channel_feedback_round_district_id_round_id",
                        columns: x => new { x.district_id, x.round_id },
                        principalTable: "feedback_round",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "personal_ticket",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    channel_id = table.Column<Guid>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_personal_ticket", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_personal_ticket_feedback_round_district_id_round_id",
                        columns: x => new { x.district_id, x.round_id },
                        principalTable: "feedback_round",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "published_figures",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    round_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round_name = table.Column<string>(type: "TEXT", nullable: false),
                    published_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    withdrawn_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_published_figures", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_published_figures_feedback_round_district_id_round_id",
                        columns: x => new { x.district_id, x.round_id },
                        principalTable: "feedback_round",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "round_form",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_round_form", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_round_form_feedback_round_district_id_round_id",
                        columns: x => new { x.district_id, x.round_id },
                        principalTable: "feedback_round",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "statement_ruling",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    answer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    question = table.Column<string>(type: "TEXT", nullable: false),
                    row = table.Column<string>(type: "TEXT", nullable: true),
                    is_in = table.Column<bool>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statement_ruling", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_statement_ruling_feedback_round_district_id_round_id",
                        columns: x => new { x.district_id, x.round_id },
                        principalTable: "feedback_round",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "text_note",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    answer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    field = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    translation = table.Column<string>(type: "TEXT", nullable: true),
                    translation_language = table.Column<string>(type: "TEXT", nullable: true),
                    quote = table.Column<string>(type: "TEXT", nullable: true),
                    quote_translation = table.Column<string>(type: "TEXT", nullable: true),
                    quote_translation_language = table.Column<string>(type: "TEXT", nullable: true),
                    approved_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    approved_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_text_note", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_text_note_feedback_round_district_id_round_id",
                        columns: x => new { x.district_id, x.round_id },
                        principalTable: "feedback_round",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "theme",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: true),
                    disposition = table.Column<string>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    changed = table.Column<string>(type: "TEXT", nullable: true),
                    changed_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    changed_version = table.Column<int>(type: "INTEGER", nullable: true),
                    changed_text = table.Column<string>(type: "TEXT", nullable: true),
                    disposed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    disposed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_theme", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_theme_feedback_round_district_id_round_id",
                        columns: x => new { x.district_id, x.round_id },
                        principalTable: "feedback_round",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "goal_link",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    goal_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    vision_statement_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    core_belief_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    district_priority_id = table.Column<Guid>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_goal_link", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_goal_link_core_belief_district_id_core_belief_id",
                        columns: x => new { x.district_id, x.core_belief_id },
                        principalTable: "core_belief",
                        principalColumns: new[] { "district_id", "id" }
                    );
                    table.ForeignKey(
                        name: "FK_goal_link_district_priority_district_id_district_priority_id",
                        columns: x => new { x.district_id, x.district_priority_id },
                        principalTable: "district_priority",
                        principalColumns: new[] { "district_id", "id" }
                    );
                    table.ForeignKey(
                        name: "FK_goal_link_goal_district_id_goal_id",
                        columns: x => new { x.district_id, x.goal_id },
                        principalTable: "goal",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                    table.ForeignKey(
                        name: "FK_goal_link_vision_statement_district_id_vision_statement_id",
                        columns: x => new { x.district_id, x.vision_statement_id },
                        principalTable: "vision_statement",
                        principalColumns: new[] { "district_id", "id" }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "goal_revision",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    goal_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    former = table.Column<string>(type: "TEXT", nullable: false),
                    now = table.Column<string>(type: "TEXT", nullable: false),
                    learned = table.Column<string>(type: "TEXT", nullable: false),
                    who = table.Column<Guid>(type: "TEXT", nullable: false),
                    when = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_goal_revision", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_goal_revision_goal_district_id_goal_id",
                        columns: x => new { x.district_id, x.goal_id },
                        principalTable: "goal",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "success_picture",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    goal_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    horizon = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_success_picture", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_success_picture_goal_district_id_goal_id",
                        columns: x => new { x.district_id, x.goal_id },
                        principalTable: "goal",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "decision",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    question = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    level = table.Column<string>(type: "TEXT", nullable: false),
                    level_reason = table.Column<string>(type: "TEXT", nullable: true),
                    decider_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    decider_name = table.Column<string>(type: "TEXT", nullable: true),
                    lead_days = table.Column<int>(type: "INTEGER", nullable: true),
                    needed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    broad_support_since = table.Column<DateTime>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", nullable: true),
                    outcome_reason = table.Column<string>(type: "TEXT", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    replaces_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    replaced_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    superseded_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    starter_code = table.Column<string>(type: "TEXT", nullable: true),
                    given_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    stance = table.Column<string>(type: "TEXT", nullable: true),
                    stance_reason = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decision", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_decision_decision_district_id_given_id",
                        columns: x => new { x.district_id, x.given_id },
                        principalTable: "decision",
                        principalColumns: new[] { "district_id", "id" }
                    );
                    table.ForeignKey(
                        name: "FK_decision_decision_district_id_replaces_id",
                        columns: x => new { x.district_id, x.replaces_id },
                        principalTable: "decision",
                        principalColumns: new[] { "district_id", "id" }
                    );
                    table.ForeignKey(
                        name: "FK_decision_implementation_plan_district_id_plan_id",
                        columns: x => new { x.district_id, x.plan_id },
                        principalTable: "implementation_plan",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "vision_draft",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    vision_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    who = table.Column<Guid>(type: "TEXT", nullable: false),
                    when = table.Column<DateTime>(type: "TEXT", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_vision_draft", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_vision_draft_vision_district_id_vision_id",
                        columns: x => new { x.district_id, x.vision_id },
                        principalTable: "vision",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "theme_mark",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    answer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    field = table.Column<string>(type: "TEXT", nullable: false),
                    theme_id = table.Column<Guid>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_theme_mark", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_theme_mark_theme_district_id_theme_id",
                        columns: x => new { x.district_id, x.theme_id },
                        principalTable: "theme",
                        principalColumns: new[] { "district_id", "id" }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "action_item",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    goal_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    what = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    owner_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    owner_name = table.Column<string>(type: "TEXT", nullable: true),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    resources = table.Column<string>(type: "TEXT", nullable: true),
                    evidence = table.Column<string>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    dropped_reason = table.Column<string>(type: "TEXT", nullable: true),
                    waits_for_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_action_item", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_action_item_decision_district_id_waits_for_id",
                        columns: x => new { x.district_id, x.waits_for_id },
                        principalTable: "decision",
                        principalColumns: new[] { "district_id", "id" }
                    );
                    table.ForeignKey(
                        name: "FK_action_item_implementation_plan_district_id_plan_id",
                        columns: x => new { x.district_id, x.plan_id },
                        principalTable: "implementation_plan",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "communication",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    audience_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    decision_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    key_message = table.Column<string>(type: "TEXT", nullable: true),
                    channel = table.Column<string>(type: "TEXT", nullable: false),
                    messenger = table.Column<string>(type: "TEXT", nullable: true),
                    language = table.Column<string>(type: "TEXT", nullable: true),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    sent_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_communication", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_communication_decision_district_id_decision_id",
                        columns: x => new { x.district_id, x.decision_id },
                        principalTable: "decision",
                        principalColumns: new[] { "district_id", "id" }
                    );
                    table.ForeignKey(
                        name: "FK_communication_stakeholder_group_district_id_audience_id",
                        columns: x => new { x.district_id, x.audience_id },
                        principalTable: "stakeholder_group",
                        principalColumns: new[] { "district_id", "id" }
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "consultation",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    decision_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    group = table.Column<string>(type: "TEXT", nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    consulted_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    heard = table.Column<string>(type: "TEXT", nullable: true),
                    waived_reason = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consultation", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_consultation_decision_district_id_decision_id",
                        columns: x => new { x.district_id, x.decision_id },
                        principalTable: "decision",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "decision_input",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    decision_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    part = table.Column<string>(type: "TEXT", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    told_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decision_input", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_decision_input_decision_district_id_decision_id",
                        columns: x => new { x.district_id, x.decision_id },
                        principalTable: "decision",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "decision_option",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    decision_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    pro = table.Column<string>(type: "TEXT", nullable: true),
                    con = table.Column<string>(type: "TEXT", nullable: true),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decision_option", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_decision_option_decision_district_id_decision_id",
                        columns: x => new { x.district_id, x.decision_id },
                        principalTable: "decision",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "next_step",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    decision_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    who_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    who_name = table.Column<string>(type: "TEXT", nullable: true),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    done_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_next_step", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_next_step_decision_district_id_decision_id",
                        columns: x => new { x.district_id, x.decision_id },
                        principalTable: "decision",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "responsibility",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    what = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    holder_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    holder_name = table.Column<string>(type: "TEXT", nullable: true),
                    level = table.Column<string>(type: "TEXT", nullable: false),
                    from_decision_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    starter_code = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_responsibility", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_responsibility_decision_district_id_from_decision_id",
                        columns: x => new { x.district_id, x.from_decision_id },
                        principalTable: "decision",
                        principalColumns: new[] { "district_id", "id" }
                    );
                    table.ForeignKey(
                        name: "FK_responsibility_implementation_plan_district_id_plan_id",
                        columns: x => new { x.district_id, x.plan_id },
                        principalTable: "implementation_plan",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "expected_question",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    communication_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    question = table.Column<string>(type: "TEXT", nullable: false),
                    answer = table.Column<string>(type: "TEXT", nullable: true),
                    is_public = table.Column<bool>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_expected_question", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_expected_question_communication_district_id_communication_id",
                        columns: x => new { x.district_id, x.communication_id },
                        principalTable: "communication",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "support_need",
                columns: table => new
                {
                    district_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    responsibility_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    requested_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    requested_of = table.Column<string>(type: "TEXT", nullable: true),
                    requested_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    met_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    refused_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    answered_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    answer = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_support_need", x => new { x.district_id, x.id });
                    table.ForeignKey(
                        name: "FK_support_need_responsibility_district_id_responsibility_id",
                        columns: x => new { x.district_id, x.responsibility_id },
                        principalTable: "responsibility",
                        principalColumns: new[] { "district_id", "id" },
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_action_item_district_id_goal_id",
                table: "action_item",
                columns: new[] { "district_id", "goal_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_action_item_district_id_plan_id",
                table: "action_item",
                columns: new[] { "district_id", "plan_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_action_item_district_id_waits_for_id",
                table: "action_item",
                columns: new[] { "district_id", "waits_for_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_asked_person_district_id_round_id",
                table: "asked_person",
                columns: new[] { "district_id", "round_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_buy_in_district_id_group_id",
                table: "buy_in",
                columns: new[] { "district_id", "group_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_communication_district_id_audience_id",
                table: "communication",
                columns: new[] { "district_id", "audience_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_communication_district_id_decision_id",
                table: "communication",
                columns: new[] { "district_id", "decision_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_competency_definition_district_id_headline_goal_id_number",
                table: "competency_definition",
                columns: new[] { "district_id", "headline_goal_id", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_consultation_district_id_decision_id",
                table: "consultation",
                columns: new[] { "district_id", "decision_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_decision_district_id_given_id",
                table: "decision",
                columns: new[] { "district_id", "given_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_decision_district_id_plan_id_number",
                table: "decision",
                columns: new[] { "district_id", "plan_id", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_decision_district_id_replaces_id",
                table: "decision",
                columns: new[] { "district_id", "replaces_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_decision_input_district_id_decision_id",
                table: "decision_input",
                columns: new[] { "district_id", "decision_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_decision_option_district_id_decision_id",
                table: "decision_option",
                columns: new[] { "district_id", "decision_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_district_org_code",
                table: "district",
                column: "org_code",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_district_slug",
                table: "district",
                column: "slug",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_district_logo_district_id_file",
                table: "district_logo",
                columns: new[] { "district_id", "file" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_enrollment_figure_district_id_school_id_end_year_measure",
                table: "enrollment_figure",
                columns: new[] { "district_id", "school_id", "end_year", "measure" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_equity_goal_district_id_scope",
                table: "equity_goal",
                columns: new[] { "district_id", "scope" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_equity_subgroup_district_id_equity_goal_id",
                table: "equity_subgroup",
                columns: new[] { "district_id", "equity_goal_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_expected_question_district_id_communication_id",
                table: "expected_question",
                columns: new[] { "district_id", "communication_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_external_login_person_id",
                table: "external_login",
                column: "person_id"
            );

            migrationBuilder.CreateIndex(
                name: "IX_feedback_channel_district_id_round_id",
                table: "feedback_channel",
                columns: new[] { "district_id", "round_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_feedback_round_district_id_school_id",
                table: "feedback_round",
                columns: new[] { "district_id", "school_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_goal_district_id_outcome_id",
                table: "goal",
                columns: new[] { "district_id", "outcome_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_goal_district_id_school_id",
                table: "goal",
                columns: new[] { "district_id", "school_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_goal_link_district_id_core_belief_id",
                table: "goal_link",
                columns: new[] { "district_id", "core_belief_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_goal_link_district_id_district_priority_id",
                table: "goal_link",
                columns: new[] { "district_id", "district_priority_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_goal_link_district_id_goal_id",
                table: "goal_link",
                columns: new[] { "district_id", "goal_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_goal_link_district_id_vision_statement_id",
                table: "goal_link",
                columns: new[] { "district_id", "vision_statement_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_goal_revision_district_id_goal_id",
                table: "goal_revision",
                columns: new[] { "district_id", "goal_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_group_heard_district_id_activity_id",
                table: "group_heard",
                columns: new[] { "district_id", "activity_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_group_heard_district_id_group_id",
                table: "group_heard",
                columns: new[] { "district_id", "group_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_happening_district_id_subject_id",
                table: "happening",
                columns: new[] { "district_id", "subject_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_happening_district_id_when",
                table: "happening",
                columns: new[] { "district_id", "when" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_headline_goal_district_id_scope",
                table: "headline_goal",
                columns: new[] { "district_id", "scope" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_implementation_plan_district_id_parent_plan_id",
                table: "implementation_plan",
                columns: new[] { "district_id", "parent_plan_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_implementation_plan_district_id_school_id",
                table: "implementation_plan",
                columns: new[] { "district_id", "school_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_invitation_district_id_email_key",
                table: "invitation",
                columns: new[] { "district_id", "email_key" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_invitation_district_id_school_id",
                table: "invitation",
                columns: new[] { "district_id", "school_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_invitation_district_id_token_hash",
                table: "invitation",
                columns: new[] { "district_id", "token_hash" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_listed_school_district_key",
                table: "listed_school",
                column: "district_key"
            );

            migrationBuilder.CreateIndex(
                name: "IX_membership_district_id_person_id",
                table: "membership",
                columns: new[] { "district_id", "person_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_membership_district_id_school_id",
                table: "membership",
                columns: new[] { "district_id", "school_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_membership_person_id",
                table: "membership",
                column: "person_id"
            );

            migrationBuilder.CreateIndex(
                name: "IX_next_step_district_id_decision_id",
                table: "next_step",
                columns: new[] { "district_id", "decision_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_outbox_mail_closed_at_not_before",
                table: "outbox_mail",
                columns: new[] { "closed_at", "not_before" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_outbox_mail_recipient_key_enqueued_at",
                table: "outbox_mail",
                columns: new[] { "recipient_key", "enqueued_at" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_outreach_task_district_id_group_id",
                table: "outreach_task",
                columns: new[] { "district_id", "group_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_passkey_person_id",
                table: "passkey",
                column: "person_id"
            );

            migrationBuilder.CreateIndex(
                name: "IX_person_email_key",
                table: "person",
                column: "email_key",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_personal_ticket_district_id_round_id",
                table: "personal_ticket",
                columns: new[] { "district_id", "round_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_planning_arrangement_district_id",
                table: "planning_arrangement",
                column: "district_id",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_prompt_answer_district_id_school_id",
                table: "prompt_answer",
                columns: new[] { "district_id", "school_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_prompt_answer_district_id_step_code_prompt_code",
                table: "prompt_answer",
                columns: new[] { "district_id", "step_code", "prompt_code" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_published_figures_district_id_number",
                table: "published_figures",
                columns: new[] { "district_id", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_published_figures_district_id_round_id",
                table: "published_figures",
                columns: new[] { "district_id", "round_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_published_plan_district_id_number",
                table: "published_plan",
                columns: new[] { "district_id", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_published_plan_district_id_school_id",
                table: "published_plan",
                columns: new[] { "district_id", "school_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_responsibility_district_id_from_decision_id",
                table: "responsibility",
                columns: new[] { "district_id", "from_decision_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_responsibility_district_id_plan_id",
                table: "responsibility",
                columns: new[] { "district_id", "plan_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_revisit_district_id_subject_id",
                table: "revisit",
                columns: new[] { "district_id", "subject_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_round_form_district_id_round_id_edition",
                table: "round_form",
                columns: new[] { "district_id", "round_id", "edition" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_school_district_id_org_code",
                table: "school",
                columns: new[] { "district_id", "org_code" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_session_person_id",
                table: "session",
                column: "person_id"
            );

            migrationBuilder.CreateIndex(
                name: "IX_sign_in_link_attempt_id",
                table: "sign_in_link",
                column: "attempt_id"
            );

            migrationBuilder.CreateIndex(
                name: "IX_sign_in_link_expires_at",
                table: "sign_in_link",
                column: "expires_at"
            );

            migrationBuilder.CreateIndex(
                name: "IX_statement_ruling_district_id_round_id_answer_id_question",
                table: "statement_ruling",
                columns: new[] { "district_id", "round_id", "answer_id", "question" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_step_completion_district_id_school_id",
                table: "step_completion",
                columns: new[] { "district_id", "school_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_step_completion_district_id_step_code",
                table: "step_completion",
                columns: new[] { "district_id", "step_code" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_subscription_request_expires_at",
                table: "subscription_request",
                column: "expires_at"
            );

            migrationBuilder.CreateIndex(
                name: "IX_success_picture_district_id_goal_id_horizon",
                table: "success_picture",
                columns: new[] { "district_id", "goal_id", "horizon" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_support_need_district_id_responsibility_id",
                table: "support_need",
                columns: new[] { "district_id", "responsibility_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_text_note_district_id_round_id_answer_id_field",
                table: "text_note",
                columns: new[] { "district_id", "round_id", "answer_id", "field" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_theme_district_id_round_id",
                table: "theme",
                columns: new[] { "district_id", "round_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_theme_mark_district_id_round_id",
                table: "theme_mark",
                columns: new[] { "district_id", "round_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_theme_mark_district_id_theme_id",
                table: "theme_mark",
                columns: new[] { "district_id", "theme_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_update_subscription_district_id_email_key",
                table: "update_subscription",
                columns: new[] { "district_id", "email_key" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_value_ranking_district_id_whose",
                table: "value_ranking",
                columns: new[] { "district_id", "whose" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_vision_district_id_school_id",
                table: "vision",
                columns: new[] { "district_id", "school_id" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_vision_district_id_scope",
                table: "vision",
                columns: new[] { "district_id", "scope" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_vision_draft_district_id_vision_id_number",
                table: "vision_draft",
                columns: new[] { "district_id", "vision_id", "number" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_waiting_invitation_address_key",
                table: "waiting_invitation",
                column: "address_key"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "action_item");

            migrationBuilder.DropTable(name: "answer");

            migrationBuilder.DropTable(name: "asked_person");

            migrationBuilder.DropTable(name: "buy_in");

            migrationBuilder.DropTable(name: "competency_definition");

            migrationBuilder.DropTable(name: "consultation");

            migrationBuilder.DropTable(name: "decision_input");

            migrationBuilder.DropTable(name: "decision_option");

            migrationBuilder.DropTable(name: "district");

            migrationBuilder.DropTable(name: "district_logo");

            migrationBuilder.DropTable(name: "enrollment_figure");

            migrationBuilder.DropTable(name: "equity_subgroup");

            migrationBuilder.DropTable(name: "expected_question");

            migrationBuilder.DropTable(name: "external_login");

            migrationBuilder.DropTable(name: "feedback_channel");

            migrationBuilder.DropTable(name: "goal_link");

            migrationBuilder.DropTable(name: "goal_revision");

            migrationBuilder.DropTable(name: "group_heard");

            migrationBuilder.DropTable(name: "happening");

            migrationBuilder.DropTable(name: "invitation");

            migrationBuilder.DropTable(name: "listed_district");

            migrationBuilder.DropTable(name: "listed_figures");

            migrationBuilder.DropTable(name: "listed_school");

            migrationBuilder.DropTable(name: "membership");

            migrationBuilder.DropTable(name: "next_step");

            migrationBuilder.DropTable(name: "outbox_mail");

            migrationBuilder.DropTable(name: "outreach_task");

            migrationBuilder.DropTable(name: "passkey");

            migrationBuilder.DropTable(name: "passkey_challenge");

            migrationBuilder.DropTable(name: "personal_ticket");

            migrationBuilder.DropTable(name: "planning_arrangement");

            migrationBuilder.DropTable(name: "prompt_answer");

            migrationBuilder.DropTable(name: "published_figures");

            migrationBuilder.DropTable(name: "published_plan");

            migrationBuilder.DropTable(name: "respondent_address");

            migrationBuilder.DropTable(name: "revisit");

            migrationBuilder.DropTable(name: "round_form");

            migrationBuilder.DropTable(name: "session");

            migrationBuilder.DropTable(name: "set_up_link");

            migrationBuilder.DropTable(name: "sign_in_budget");

            migrationBuilder.DropTable(name: "sign_in_link");

            migrationBuilder.DropTable(name: "starting_point_answers");

            migrationBuilder.DropTable(name: "statement_ruling");

            migrationBuilder.DropTable(name: "step_completion");

            migrationBuilder.DropTable(name: "subscription_request");

            migrationBuilder.DropTable(name: "success_picture");

            migrationBuilder.DropTable(name: "support_need");

            migrationBuilder.DropTable(name: "text_note");

            migrationBuilder.DropTable(name: "theme_mark");

            migrationBuilder.DropTable(name: "update_subscription");

            migrationBuilder.DropTable(name: "value_ranking");

            migrationBuilder.DropTable(name: "vision_draft");

            migrationBuilder.DropTable(name: "waiting_invitation");

            migrationBuilder.DropTable(name: "headline_goal");

            migrationBuilder.DropTable(name: "equity_goal");

            migrationBuilder.DropTable(name: "communication");

            migrationBuilder.DropTable(name: "core_belief");

            migrationBuilder.DropTable(name: "district_priority");

            migrationBuilder.DropTable(name: "vision_statement");

            migrationBuilder.DropTable(name: "engagement_activity");

            migrationBuilder.DropTable(name: "person");

            migrationBuilder.DropTable(name: "goal");

            migrationBuilder.DropTable(name: "responsibility");

            migrationBuilder.DropTable(name: "theme");

            migrationBuilder.DropTable(name: "vision");

            migrationBuilder.DropTable(name: "stakeholder_group");

            migrationBuilder.DropTable(name: "decision");

            migrationBuilder.DropTable(name: "feedback_round");

            migrationBuilder.DropTable(name: "implementation_plan");

            migrationBuilder.DropTable(name: "school");
        }
    }
}
