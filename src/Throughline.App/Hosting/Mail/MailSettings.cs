namespace Throughline.App.Hosting.Mail;

/// <summary>The section <c>Smtp</c>. Without a host, mails are written into the data folder.</summary>
public sealed class MailSettings
{
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public string? User { get; set; }

    public string? Password { get; set; }

    public string From { get; set; } = "throughline@localhost";

    public string FromName { get; set; } = "Throughline";

    /// <summary><c>starttls</c>, <c>tls</c>, or <c>none</c> for a server on the same machine.</summary>
    public string Security { get; set; } = "starttls";

    public int TimeoutSeconds { get; set; } = 30;

    public bool WritesFiles => string.IsNullOrWhiteSpace(Host);
}
