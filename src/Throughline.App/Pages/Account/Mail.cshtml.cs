using Microsoft.AspNetCore.Mvc;
using MimeKit;
using Throughline.App.Hosting.Mail;
using Throughline.App.Hosting.SignIn;

namespace Throughline.App.Pages.Account;

/// <summary>While no mail server is set up: the messages in the folder, for whoever sits at this machine.</summary>
[OpenToAll]
public sealed class MailModel(MailSettings settings, MailDelivery delivery, Site site) : TextPage
{
    private const int Shown = 30;

    public sealed record Shape(string Subject, string To, IReadOnlyList<string> Lines);

    public List<Shape> Messages { get; } = [];

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        if (!settings.WritesFiles || !site.IsLocal(Request))
        {
            return NotFound();
        }

        var files = System.IO.Directory.Exists(delivery.Folder)
            ? new DirectoryInfo(delivery.Folder)
                .GetFiles("*.eml")
                .OrderByDescending(file => file.Name, StringComparer.Ordinal)
                .Take(Shown)
            : [];
        foreach (var file in files)
        {
            var message = await MimeMessage.LoadAsync(file.FullName, cancel);
            Messages.Add(
                new Shape(
                    message.Subject ?? "",
                    message.To.ToString(),
                    (message.TextBody ?? "").ReplaceLineEndings("\n").Trim().Split('\n')
                )
            );
        }

        return Page();
    }
}
