using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Throughline.App.Hosting.Mail;
using Throughline.Kernel;

namespace Throughline.App.Hosting.SignIn;

public static class SignInServices
{
    /// <summary>Everything of signing in and of mail that is not a use case.</summary>
    public static AuthenticationBuilder AddSignIn(
        this AuthenticationBuilder authentication,
        IConfiguration configuration
    )
    {
        var services = authentication.Services;
        var mail = new MailSettings();
        configuration.GetSection("Smtp").Bind(mail);
        services.AddSingleton(mail);
        services.AddSingleton<MailSeal>();
        services.AddSingleton<MailDelivery>();
        services.AddHostedService<MailService>();
        services.AddSingleton<Site>();
        services.AddSingleton<Door>();
        services.AddScoped<IUserStore<Person>, PersonStore>();
        services.AddIdentityCore<Person>();
        services.AddScoped<IPasskeyHandler<Person>, PasskeyHandler<Person>>();
        services.AddScoped<PasskeyCeremony>();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            // A passkey stands for the whole sign-in: it is found without an address, and its owner shows that it is them.
            passkeys.ResidentKeyRequirement = "required";
            passkeys.UserVerificationRequirement = "required";
        });
        // Addresses of requests hold one-time tokens; a log that lists them would give those away.
        services.AddLogging(logging =>
            logging
                .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
                .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning)
        );
        return authentication.AddProviders(configuration);
    }
}
