using Throughline.Kernel;
using Throughline.Kernel.Languages;
using Throughline.People;
using Throughline.Publishing;

namespace Throughline.Feedback;

/// <summary>The mails of this module, in words.</summary>
internal static class FeedbackMails
{
    /// <param name="before">The address of the form, up to the code.</param>
    public static Mail Ask(
        Texts texts,
        string email,
        DistrictView district,
        FeedbackRound round,
        string before
    ) =>
        new(
            email,
            "",
            texts.Language,
            Subject(texts, district),
            [
                new MailPart.Paragraph(texts["feedback.mail.ask.why", district.Name]),
                new MailPart.Link(texts["feedback.mail.ask.link"], before + Mail.SecretMark),
                new MailPart.Paragraph(texts["feedback.mail.ask.until", round.ClosesOn]),
                new MailPart.Paragraph(texts["feedback.mail.ask.anonymous"]),
            ]
        )
        {
            ExpiresAt = End(round),
        };

    public static Mail Remind(
        Texts texts,
        string email,
        DistrictView district,
        FeedbackRound round
    ) =>
        new(
            email,
            "",
            texts.Language,
            texts["feedback.mail.remind.subject", district.Name],
            [
                new MailPart.Paragraph(
                    texts["feedback.mail.remind.where", Subject(texts, district)]
                ),
                new MailPart.Paragraph(texts["feedback.mail.ask.until", round.ClosesOn]),
                new MailPart.Paragraph(texts["feedback.mail.remind.thanks"]),
            ]
        )
        {
            ExpiresAt = End(round),
        };

    public static Mail Heard(Texts texts, UpdateSubscription to, DistrictView district, string site)
    {
        var stop = $"{site}/plans/{district.Slug}/updates/stop/{to.Id}{to.Secret}";
        return new Mail(
            to.Email,
            "",
            texts.Language,
            texts["feedback.mail.heard.subject", district.Name],
            [
                new MailPart.Paragraph(texts["feedback.mail.heard.is-there", district.Name]),
                new MailPart.Link(
                    texts["feedback.mail.heard.read"],
                    $"{site}/heard/{district.Slug}?lang={texts.Language}"
                ),
                new MailPart.Link(
                    texts["publishing.mail.version.stop"],
                    $"{stop}?lang={texts.Language}"
                ),
            ]
        )
        {
            Unsubscribe = stop,
        };
    }

    private static string Subject(Texts texts, DistrictView district) =>
        texts["feedback.mail.ask.subject", district.Name];

    /// <summary>A day after the last one on which it can be answered, wherever the district is.</summary>
    private static DateTime? End(FeedbackRound round) =>
        round.ClosesOn?.AddDays(2).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}
