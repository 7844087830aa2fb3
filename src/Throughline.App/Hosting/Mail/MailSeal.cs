using Microsoft.AspNetCore.DataProtection;

namespace Throughline.App.Hosting.Mail;

/// <summary>Keeps a secret of a waiting mail from whoever reads the database: the key lies beside it, in the folder of keys.</summary>
public sealed class MailSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector(
        "Throughline.MailSecret"
    );

    public string Close(string secret) => protector.Protect(secret);

    public string Open(string closed) => protector.Unprotect(closed);
}
