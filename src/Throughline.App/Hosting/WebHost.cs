using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Throughline.App.Design;
using Throughline.App.Hosting.Documents;
using Throughline.App.Hosting.SignIn;
using Throughline.App.Pages;
using Throughline.App.Respondents;
using Throughline.Data;
using Throughline.Kernel.Languages;
using Throughline.Process.Content;

namespace Throughline.App.Hosting;

public sealed record WebHostOptions(string Data, string? Urls = null)
{
    /// <summary>Opened already; otherwise what the environment says.</summary>
    public IStorage? Storage { get; init; }

    public const string DefaultUrl = "http://localhost:5080";
}

/// <summary>The web application, put together. The order of the pipeline is the order of the lines.</summary>
public static class WebHost
{
    public static WebApplication Build(
        WebHostOptions options,
        Action<WebApplicationBuilder>? change = null
    )
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ApplicationName = typeof(WebHost).Assembly.GetName().Name,
                ContentRootPath = AppContext.BaseDirectory,
                WebRootPath = WebRoot(),
            }
        );
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 2_000_000;
        });
        if (options.Urls is not null || string.IsNullOrEmpty(builder.Configuration["urls"]))
        {
            builder.WebHost.UseUrls(options.Urls ?? WebHostOptions.DefaultUrl);
        }

        // The keys lie in a folder that only the server's account reads (docs/operate/running.md); that they are not encrypted a second
        // time by a certificate is not worth a warning at every start.
        builder.Logging.AddFilter(
            "Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager",
            LogLevel.Error
        );
        AddServices(
            builder.Services,
            new Installation(options.Data),
            options.Storage,
            builder.Configuration
        );
        change?.Invoke(builder);
        var app = builder.Build();
        Use(app);
        return app;
    }

    private static void AddServices(
        IServiceCollection services,
        Installation installation,
        IStorage? storage,
        IConfiguration configuration
    )
    {
        services.AddSingleton(installation);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => Installation.OpenLanguages());
        services.AddSingleton(new ContentFolder(Installation.Content));
        services.AddSingleton<DesignAssets>();
        services.AddSingleton(_ => PrintStyle.OfThisProgram());
        services.AddSingleton(_ => PdfPrinter.Find());
        services.AddSingleton<PlanFiles>();
        services.AddRespondents();
        services.AddHostedService<Retention>();
        services.AddScoped<Visit>();
        services.AddScoped<HistoryWords>();
        services.AddScoped<Texts>(provider => provider.GetRequiredService<Visit>().Texts);
        services.AddThroughline(storage ?? installation.OpenStorage(visitorsWait: true));
        services
            .AddDataProtection()
            .SetApplicationName("Throughline")
            .PersistKeysToFileSystem(new DirectoryInfo(installation.Keys));
        services
            .AddAuthentication(SessionAuthentication.Name)
            .AddSessions()
            .AddSignIn(configuration);
        services.AddAuthorization();
        services
            .AddRazorPages(pages =>
            {
                pages.Conventions.ConfigureFilter(new NeedsFilter());
                pages.Conventions.ConfigureFilter(new MalformedIdFilter());
                pages.Conventions.AddFolderRouteModelConvention("/", SchoolRoutes.Add);
            })
            .AddMvcOptions(mvc =>
            {
                // What the address says stands, whatever a form says under the same name.
                mvc.ValueProviderFactories.Insert(0, new RouteValueProviderFactory());
                mvc.ModelBinderProviders.Insert(0, new IdBinderProvider());
                mvc.ModelBinderProviders.Insert(1, new TextBinderProvider());
            });
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "throughline-form";
            // Lax: people arrive by links in mail all day, and a strict cookie would break every form they have open elsewhere.
            antiforgery.Cookie.SameSite = SameSiteMode.Lax;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        services.AddRouting(routing => routing.LowercaseUrls = true);
    }

    private static void Use(WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<Health>();
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/status/{0}");
        app.UseMiddleware<SameSiteGuard>();
        app.UseMiddleware<FormAddresses>();
        app.UseResponseCompression();
        app.UseAssets();
        app.UseMiddleware<PassingFaults>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<VisitMiddleware>();
        app.UseAuthorization();
        app.MapRazorPages();
    }

    /// <summary>Beside the program when it is published; in the project's folder when it is run from source.</summary>
    private static string WebRoot()
    {
        var beside = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        System.IO.Directory.CreateDirectory(beside);
        return beside;
    }
}
