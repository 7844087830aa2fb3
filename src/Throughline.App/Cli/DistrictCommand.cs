using System.CommandLine;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.Kernel.Languages;

namespace Throughline.App.Cli;

/// <summary>A command that works in one district: the services, and the district entered as the server.</summary>
internal static class DistrictCommand
{
    public static readonly Option<string> Slug = new("--district")
    {
        Description = "The district's name in addresses, such as marlow-falls.",
        Required = true,
    };

    public static readonly Option<string> Out = new("--out")
    {
        Description = "The file to write. One that is there is replaced.",
        Required = true,
    };

    public static readonly Option<string?> Language = new("--language")
    {
        Description = "The language of the fixed words: en, es. The district's own by default.",
    };

    public static readonly Option<string?> School = new("--school")
    {
        Description = "The state's code of a school, for its plan. The district's own by default.",
    };

    /// <summary>The same, of the school that <see cref="School"/> names, or of the district.</summary>
    public static Task<int> Run(
        ParseResult parsed,
        Func<Output, IServiceProvider, DistrictView, SchoolPlace?, Task<int>> work,
        CancellationToken cancel
    ) =>
        Run(
            parsed,
            async (output, services, district) =>
            {
                if (parsed.GetValue(School) is not { } code)
                {
                    return await work(output, services, district, null);
                }

                var schools = services.GetRequiredService<SchoolQueries>();
                return await schools.ByCode(code, cancel) is { } school
                    ? await work(output, services, district, school)
                    : output.Refuse($"{district.Name} has no school with the code {code}.");
            },
            cancel
        );

    public static Task<int> Run(
        ParseResult parsed,
        Func<Output, IServiceProvider, DistrictView, Task<int>> work,
        CancellationToken cancel
    ) =>
        Output.Run(
            parsed,
            async output =>
            {
                await using var services = await CommandServices.Open(parsed, cancel);
                await using var scope = services.Scope();
                var slug = parsed.GetValue(Slug)!;
                var districts = scope.ServiceProvider.GetRequiredService<DistrictQueries>();
                if (await districts.BySlug(slug, cancel) is not { } district)
                {
                    return output.Refuse($"There is no district {slug} here.");
                }

                await scope
                    .ServiceProvider.GetRequiredService<ThroughlineDb>()
                    .Enter(district.Id, null, cancel);
                return await work(output, scope.ServiceProvider, district);
            }
        );

    public static DateOnly TodayOf(DistrictView district, IServiceProvider services) =>
        DateOnly.FromDateTime(
            TimeZoneInfo
                .ConvertTime(
                    services.GetRequiredService<TimeProvider>().GetUtcNow(),
                    TimeZoneInfo.FindSystemTimeZoneById(district.TimeZone)
                )
                .DateTime
        );

    public static Texts TextsOf(
        ParseResult parsed,
        DistrictView district,
        IServiceProvider services
    ) =>
        services
            .GetRequiredService<LanguageFiles>()
            .In(parsed.GetValue(Language) ?? district.Language);
}
