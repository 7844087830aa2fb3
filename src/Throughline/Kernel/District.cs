using Throughline.Kernel.Logos;

namespace Throughline.Kernel;

/// <summary>A local education agency that plans here: the tenant.</summary>
public sealed class District : IAtLevel
{
    public required DistrictId Id { get; init; }

    /// <summary>The name in addresses: <c>abington</c>. Never changes, since published plans stand under it.</summary>
    public required string Slug { get; init; }

    public required string Name { get; set; }

    /// <summary>The state's code, as text: <c>00010000</c>.</summary>
    public string? OrgCode { get; init; }

    public required string State { get; init; }

    public string? Town { get; init; }

    /// <summary>IANA name.</summary>
    public string TimeZone { get; set; } = "America/New_York";

    public string Language { get; set; } = "en";

    public required DateTime FoundedAt { get; init; }

    /// <summary>An invented district is shown as invented on every page and document.</summary>
    public bool IsInvented { get; init; }

    /// <summary>First day of teaching on the plan; decisions are counted back from it.</summary>
    public DateOnly? LaunchDate { get; set; }

    /// <summary>When the team began its planning year.</summary>
    public DateOnly? TeamLaunchDate { get; set; }

    public string HorizonSet { get; set; } = "terms";

    public string ProcessEdition { get; set; } = "pathway/2026.1";

    /// <summary>#rrggbb, checked for contrast before it is stored.</summary>
    public string? AccentColor { get; set; }

    /// <summary>The logo that is shown, by its name in addresses, with what every page needs of it: it is read without another table.</summary>
    public string? LogoFile { get; private set; }

    public string? LogoWords { get; private set; }

    public int LogoWidth { get; private set; }

    public int LogoHeight { get; private set; }

    /// <summary>First and last grade of the band that the plan is for: "6", "8".</summary>
    public string? BandFrom { get; set; }

    public string? BandTo { get; set; }

    public int Version { get; set; }

    public void Show(DistrictLogo logo) =>
        (LogoFile, LogoWords, LogoWidth, LogoHeight) = (
            logo.File,
            logo.Words,
            logo.Width,
            logo.Height
        );

    public void ShowNoLogo() => (LogoFile, LogoWords, LogoWidth, LogoHeight) = (null, null, 0, 0);

    /// <summary>While it is being opened it is nobody's yet.</summary>
    Role? IAtLevel.WrittenBy => Version == 0 ? null : Role.Editor;
}
