using Throughline.Kernel;
using Throughline.Kernel.History;

namespace Throughline.Direction;

public enum VisionStatus
{
    Drafting,
    Shared,
    Adopted,
}

/// <summary>
/// What a student who leaves the district will be able to do with computing, and why that matters here. One stands for the district
/// and may stand for each school. It is written in drafts, shared, and adopted by the body that may do so.
/// </summary>
public sealed class Vision : DistrictThing<VisionId>, IRestoresText, IAtLevel
{
    /// <summary>Null: the district's.</summary>
    public SchoolId? SchoolId { get; init; }

    /// <summary>One current vision for each: <see cref="ScopeOf"/>.</summary>
    public required string Scope { get; init; }

    [Restorable]
    public string Text { get; private set; } = "";

    public PersonId? WrittenBy { get; private set; }

    public DateTime? WrittenAt { get; private set; }

    /// <summary>How many drafts were kept; the text at hand is the next one until it is kept itself.</summary>
    public int DraftsKept { get; private set; }

    /// <summary>Null while the text at hand is not yet among the kept drafts.</summary>
    public DateTime? KeptAt { get; private set; }

    public DateTime? SharedAt { get; private set; }

    public PersonId? SharedBy { get; private set; }

    public DateTime? AdoptedAt { get; private set; }

    public PersonId? AdoptedBy { get; private set; }

    /// <summary>The day of the vote.</summary>
    public DateOnly? AdoptedOn { get; private set; }

    /// <summary>Who adopted it: the School Committee.</summary>
    public string? AdoptingBody { get; private set; }

    /// <summary>A link to the minutes, or where they are kept.</summary>
    public string? Minutes { get; private set; }

    public List<VisionDraft> Drafts { get; } = [];

    public VisionStatus Status =>
        AdoptedAt is not null ? VisionStatus.Adopted
        : SharedAt is not null ? VisionStatus.Shared
        : VisionStatus.Drafting;

    public override string HistoryKind => "vision";

    public override string HistoryName => Text;

    public static string ScopeOf(SchoolId? school) => school?.ToString() ?? "district";

    /// <summary>Writes the text at hand. Somebody else's words are kept as a draft before they are written over.</summary>
    public void Write(string text, Doing doing)
    {
        if (text == Text)
        {
            return;
        }

        if (WrittenBy is { } author && author != doing.Who)
        {
            Keep();
        }

        Text = text;
        WrittenBy = doing.Who;
        WrittenAt = doing.When;
        KeptAt = null;
    }

    /// <summary>Puts the text at hand among the drafts that stay readable.</summary>
    public void Keep()
    {
        if (KeptAt is not null || WrittenBy is not { } who || WrittenAt is not { } when)
        {
            return;
        }

        DraftsKept++;
        KeptAt = when;
        Drafts.Add(
            new VisionDraft
            {
                DistrictId = DistrictId,
                Id = Kernel.Id.New<VisionDraftId>(),
                VisionId = Id,
                Number = DraftsKept,
                Text = Text,
                Who = who,
                When = when,
            }
        );
    }

    public void Share(Doing doing)
    {
        Keep();
        SharedAt = doing.When;
        SharedBy = doing.Who;
    }

    public void Adopt(string body, DateOnly on, string minutes, Doing doing)
    {
        Keep();
        AdoptedAt = doing.When;
        AdoptedBy = doing.Who;
        AdoptedOn = on;
        AdoptingBody = body;
        Minutes = minutes;
    }

    /// <summary>Back to drafting. That it was shared or adopted, when and by whom stays in the history.</summary>
    public void Reopen()
    {
        SharedAt = AdoptedAt = null;
        SharedBy = AdoptedBy = null;
        AdoptedOn = null;
        AdoptingBody = Minutes = null;
    }

    public Refusal? Restore(string field, string? text, Doing doing)
    {
        if (Status != VisionStatus.Drafting)
        {
            return Outcome.Refused(DirectionSentences.VisionIsSettled);
        }

        Write(text ?? "", doing);
        return null;
    }
}

/// <summary>A wording of the vision that stays readable. Never changed.</summary>
public sealed class VisionDraft : IDistrictOwned
{
    public required DistrictId DistrictId { get; init; }

    public required VisionDraftId Id { get; init; }

    public required VisionId VisionId { get; init; }

    public required int Number { get; init; }

    public required string Text { get; init; }

    public required PersonId Who { get; init; }

    public required DateTime When { get; init; }
}
