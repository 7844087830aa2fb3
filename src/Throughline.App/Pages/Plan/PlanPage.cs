using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Throughline.App.Design;
using Throughline.Kernel;
using Throughline.Kernel.Tables;
using Throughline.Plan;

namespace Throughline.App.Pages.Plan;

/// <summary>What the pages of the plan share: whose plan, days in words, a file to download.</summary>
public abstract class PlanPage(PlanQueries plans) : DistrictPage
{
    protected PlanQueries Plans => plans;

    public IReadOnlyList<string> TeamNames { get; private set; } = [];

    protected async Task Enter() =>
        TeamNames = [.. (await plans.Team()).Members.Select(member => member.Name).Distinct()];

    public string By(DateOnly? day) =>
        day is { } known ? T["plan.by", T.Day(known, Today)] : T["plan.no-day"];

    public string Day(DateOnly? day) => day is { } known ? T.Day(known, Today) : "";

    /// <summary>"Decision 9"; on a school's page the district's is called so.</summary>
    public string Called(int number, SchoolId? school) =>
        school == Place
            ? T["plan.decision.name", Figure(number)]
            : T["plan.decision.name-district", Figure(number)];

    public static string Figure(int number) => number.ToString(CultureInfo.InvariantCulture);

    public IEnumerable<Choice> Choices<TEnum>(string prefix)
        where TEnum : struct, Enum =>
        Enum.GetNames<TEnum>().Select(name => new Choice(name, T[$"{prefix}.{name}"]));

    /// <summary>As a file whose name says whose it is.</summary>
    protected FileContentResult Csv(string name, IEnumerable<IEnumerable<string?>> rows) =>
        File(CsvText.Write(rows), "text/csv; charset=utf-8", $"{FileName}-{name}.csv");

    protected static string? Iso(DateOnly? day) =>
        day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The form shows what was typed; saving it again is a knowing overwrite, since both texts are in sight.</summary>
    protected int VersionAfter(int version, string field = "Input.Version")
    {
        if (Conflict is not { Version: > 0 } conflict)
        {
            return version;
        }

        ModelState.Remove(field);
        return conflict.Version;
    }
}
