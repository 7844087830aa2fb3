using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Throughline.App.Hosting.Mail;

/// <summary>Takes a message away: to a mail server, or into a folder.</summary>
public interface IMailCarrier : IAsyncDisposable
{
    Task Carry(MimeMessage message, CancellationToken cancel);
}

/// <summary>One connection for as many mails as are due.</summary>
public sealed class SmtpCarrier(MailSettings settings) : IMailCarrier
{
    private readonly SmtpClient client = new() { Timeout = settings.TimeoutSeconds * 1000 };

    public async Task Carry(MimeMessage message, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        if (!client.IsConnected)
        {
            await client.ConnectAsync(settings.Host!, settings.Port, Options, limit.Token);
            if (!string.IsNullOrEmpty(settings.User))
            {
                await client.AuthenticateAsync(settings.User, settings.Password ?? "", limit.Token);
            }
        }

        await client.SendAsync(message, limit.Token);
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>STARTTLS is demanded, not hoped for: a server that does not offer it gets no mail.</summary>
    private SecureSocketOptions Options =>
        settings.Security.ToLowerInvariant() switch
        {
            "none" => SecureSocketOptions.None,
            "tls" => SecureSocketOptions.SslOnConnect,
            _ => SecureSocketOptions.StartTls,
        };
}

/// <summary>Files that every mail program opens, named by time: <c>&lt;data&gt;/mail/…eml</c>.</summary>
public sealed class FolderCarrier(string folder) : IMailCarrier
{
    public async Task Carry(MimeMessage message, CancellationToken cancel)
    {
        System.IO.Directory.CreateDirectory(folder);
        var name = $"{message.Date.UtcDateTime:yyyyMMdd-HHmmss}-{message.MessageId?.Split('@')[0]}";
        var made = Path.Combine(folder, name + ".part");
        await message.WriteToAsync(made, cancel);
        File.Move(made, Path.Combine(folder, name + ".eml"), overwrite: true);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
