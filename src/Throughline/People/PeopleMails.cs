using Throughline.Kernel.Languages;

namespace Throughline.People;

/// <summary>The mails of this module, in words.</summary>
internal static class PeopleMails
{
    public static Mail SignIn(Texts texts, string email, string name, string code, string link) =>
        new(
            email,
            name,
            texts.Language,
            texts["people.mail.sign-in.subject"],
            [
                new MailPart.Paragraph(texts["people.mail.sign-in.code"]),
                new MailPart.Code(code),
                new MailPart.Link(texts["people.mail.sign-in.link"], link),
                new MailPart.Paragraph(texts["people.mail.sign-in.ends"]),
                new MailPart.Paragraph(texts["people.mail.sign-in.not-you"]),
            ]
        );

    public static Mail Invitation(
        Texts texts,
        Invitation invitation,
        string inviter,
        string district,
        string link
    )
    {
        var parts = new List<MailPart>
        {
            new MailPart.Paragraph(texts["people.mail.invitation.who", inviter, district]),
            new MailPart.Paragraph(
                texts["people.mail.invitation.role", texts[TeamWords.RoleKey(invitation.Role)]]
            ),
        };
        if (!string.IsNullOrWhiteSpace(invitation.Note))
        {
            parts.Add(new MailPart.Paragraph(texts["people.mail.invitation.note", inviter]));
            parts.Add(new MailPart.Quote(invitation.Note));
        }

        parts.Add(new MailPart.Link(texts["people.mail.invitation.link"], link));
        parts.Add(new MailPart.Paragraph(texts["people.mail.invitation.ends", inviter]));
        return new Mail(
            invitation.Email,
            invitation.SuggestedName,
            texts.Language,
            texts["people.mail.invitation.subject", inviter, district],
            parts
        )
        {
            Actor = invitation.InvitedBy,
            ExpiresAt = invitation.ExpiresAt,
        };
    }
}
