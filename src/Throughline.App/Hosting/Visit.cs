using Throughline.Kernel;
using Throughline.Kernel.Languages;
using Throughline.People;

namespace Throughline.App.Hosting;

/// <summary>Who is here, in which district, in which language: settled once a request, before any page runs.</summary>
public sealed class Visit(LanguageFiles languages)
{
    private Texts? texts;

    public SignedInPerson? Person { get; set; }

    public DistrictView? District { get; set; }

    /// <summary>The school whose place the address names; null: the district's own.</summary>
    public SchoolPlace? School { get; set; }

    public MembershipView? Membership { get; set; }

    public string Language { get; set; } = LanguageFiles.Default;

    public Texts Texts => texts?.Language == Language ? texts : texts = languages.In(Language);
}
