using MimeKit;
using MimeKit.Utils;
using Throughline.People;

namespace Throughline.App.Hosting.Mail;

/// <summary>From a row of the outbox to a message. Headers are built from parts, never from text.</summary>
public static class Letter
{
    /// <param name="unseal">Opens what was sealed when the mail was written.</param>
    public static MimeMessage Of(
        OutboxMail mail,
        MailSettings settings,
        Func<string, string> unseal
    )
    {
        var secret = mail.SealedSecret is null ? null : unseal(mail.SealedSecret);
        string Whole(string text) =>
            secret is null
                ? text
                : text.Replace(
                    Throughline.People.Mail.SecretMark,
                    secret,
                    StringComparison.Ordinal
                );
        var from = new MailboxAddress(settings.FromName, settings.From);
        var message = new MimeMessage
        {
            MessageId = $"{mail.Id:n}@{from.Domain}",
            Date = new DateTimeOffset(mail.EnqueuedAt, TimeSpan.Zero),
            Subject = PersonName.Clean(mail.Subject),
        };
        message.From.Add(from);
        message.To.Add(new MailboxAddress(PersonName.Clean(mail.ToName), mail.ToEmail));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add(HeaderId.ContentLanguage, mail.Language);
        if (Uri.TryCreate(mail.Unsubscribe, UriKind.Absolute, out var unsubscribe))
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{unsubscribe.AbsoluteUri}>");
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }

        message.Body = new MultipartAlternative
        {
            new TextPart("plain") { Text = Whole(mail.Text) },
            new TextPart("html") { Text = Whole(mail.Html) },
        };
        return message;
    }
}
