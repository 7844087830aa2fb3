using System.Globalization;
using Throughline.Kernel;
using Throughline.Kernel.Languages;
using Throughline.People;

namespace Throughline.Publishing;

/// <summary>The mails of this module, in words.</summary>
internal static class PublishingMails
{
    public static Mail Confirm(
        Texts texts,
        string email,
        DistrictView district,
        string token,
        string site,
        DateTime expires
    ) =>
        new(
            email,
            "",
            texts.Language,
            texts["publishing.mail.confirm.subject", district.Name],
            [
                new MailPart.Paragraph(texts["publishing.mail.confirm.asked", district.Name]),
                new MailPart.Link(
                    texts["publishing.mail.confirm.link"],
                    $"{site}/plans/{district.Slug}/updates/confirm/{token}?lang={texts.Language}"
                ),
                new MailPart.Paragraph(texts["publishing.mail.confirm.not-you"]),
            ]
        )
        {
            ExpiresAt = expires,
        };

    public static Mail NewVersion(
        Texts texts,
        UpdateSubscription to,
        DistrictView district,
        PublishedPlan plan,
        string site
    )
    {
        var number = plan.Number.ToString(CultureInfo.InvariantCulture);
        var parts = new List<MailPart>
        {
            new MailPart.Paragraph(
                texts["publishing.mail.version.is-there", district.Name, number]
            ),
            new MailPart.Quote(plan.Title),
        };
        if (plan.WhatChanged is { } note)
        {
            parts.Add(new MailPart.Paragraph(texts["publishing.mail.version.changed"]));
            parts.Add(new MailPart.Quote(note));
        }

        var stop = $"{site}/plans/{district.Slug}/updates/stop/{to.Id}{to.Secret}";
        parts.Add(
            new MailPart.Link(
                texts["publishing.mail.version.read"],
                $"{site}/plans/{district.Slug}/{number}"
            )
        );
        parts.Add(
            new MailPart.Link(
                texts["publishing.mail.version.stop"],
                $"{stop}?lang={texts.Language}"
            )
        );
        return new Mail(
            to.Email,
            "",
            texts.Language,
            texts["publishing.mail.version.subject", district.Name, number],
            parts
        )
        {
            Unsubscribe = stop,
        };
    }
}
