using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Feedback.Invitations;
using Throughline.Feedback.Opinions;
using Throughline.Feedback.Passages;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel;

namespace Throughline.Feedback.Answering;

/// <summary>What a respondent's page needs to know of its round. Read once, and kept for some seconds.</summary>
public sealed record AskedRound(
    DistrictView District,
    FeedbackRoundId Round,
    string RoundName,
    int Version,
    FeedbackChannelId Channel,
    ChannelKind Kind,
    string Code,
    bool IsOpened,
    bool IsClosed,
    DateOnly? ClosesOn,
    DateOnly? KeepUntil,
    bool AsksStudents,
    byte[] ReceiptKey,
    IReadOnlyList<RoundForm> Forms
)
{
    /// <summary>Whoever began before the end may finish.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(30);

    /// <summary>A round that takes no answers, to be looked at.</summary>
    public static AskedRound ToTry(DistrictView district, RoundView round, Questionnaire form) =>
        new(
            district,
            round.Id,
            round.Name,
            round.Version,
            default,
            ChannelKind.Link,
            Code: "",
            IsOpened: false,
            IsClosed: false,
            round.ClosesOn,
            round.KeepUntil,
            round.AsksStudents,
            ReceiptKey: [],
            [
                new RoundForm
                {
                    DistrictId = district.Id,
                    Id = default,
                    RoundId = round.Id,
                    Edition = round.Edition,
                    Content = QuestionnaireJson.Write(form),
                },
            ]
        );

    private readonly Dictionary<int, Questionnaire> read = Forms.ToDictionary(
        form => form.Edition,
        form => QuestionnaireJson.Read(form.Content)
    );

    /// <summary>The code of the personal link that was followed; null elsewhere.</summary>
    public string? PersonalCode { get; init; }

    /// <summary>The published version that is asked about; null where it is none.</summary>
    public AskedAbout? About { get; init; }

    /// <summary>Which statements stand before others.</summary>
    public StatementsInOrder Order { get; init; } = StatementsInOrder.AsWritten;

    /// <summary>Where the form is, on this installation.</summary>
    public string Path => PersonalCode is null ? "/f/" + Code : $"/f/{Code}/{PersonalCode}";

    /// <summary>
    /// Where a device may keep the form and what was sent. A letter's form belongs to its code, and a comment to the part of the plan that it
    /// was opened from: neither can be opened anew without asking.
    /// </summary>
    public bool WorksOffline =>
        Kind is ChannelKind.Link or ChannelKind.Kiosk or ChannelKind.Paper && About is null;

    public int Edition { get; } = Forms.Max(form => form.Edition);

    public Questionnaire Questionnaire => read[Edition];

    /// <summary>The edition that was asked; the latest where there is none of this number.</summary>
    public (int Edition, Questionnaire Questionnaire) Asked(int edition) =>
        read.TryGetValue(edition, out var asked) ? (edition, asked) : (Edition, Questionnaire);

    public bool TakesAt(DateTime utc) =>
        IsOpened
        && !IsClosed
        && (ClosesOn is not { } last || DistrictDay.Of(utc, District.TimeZone) <= last);
}

public sealed class RespondentQueries(
    ThroughlineDb db,
    DistrictQueries districts,
    PassageQueries passages
) : IQueries
{
    /// <summary>Whether a code is one of the links of this round.</summary>
    public async Task<bool> HasLink(AskedRound round, string code, CancellationToken cancel)
    {
        var ticket = PersonalLink.TicketOf(code);
        await db.Enter(round.District.Id, null, cancel);
        return await db.Set<PersonalTicket>()
            .AnyAsync(row => row.Id == ticket && row.ChannelId == round.Channel, cancel);
    }

    /// <summary>Enters the district of an address. Null where there is none, or its round was never opened: both are the same 404.</summary>
    public async Task<AskedRound?> Find(string code, CancellationToken cancel)
    {
        await db.Enter(null, null, cancel);
        var address = await db.Set<RespondentAddress>()
            .AsNoTracking()
            .FirstOrDefaultAsync(row => row.Code == code, cancel);
        if (address is null)
        {
            return null;
        }

        await db.Enter(address.District, null, cancel);
        var district = await districts.ById(address.District, cancel);
        var round = await db.Set<FeedbackRound>()
            .AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == address.Round, cancel);
        var channel = await db.Set<FeedbackChannel>()
            .AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == address.Channel, cancel);
        if (
            district is null
            || round is null
            || channel is null
            // Parents read the questions before anybody is asked; everybody else finds nothing before the round is opened.
            || (round.OpenedAt is null && channel.Kind != ChannelKind.Parents)
        )
        {
            return null;
        }

        var forms = await db.Set<RoundForm>()
            .AsNoTracking()
            .Where(row => row.RoundId == round.Id)
            .ToListAsync(cancel);
        return new AskedRound(
            district,
            round.Id,
            round.Name,
            round.Version,
            channel.Id,
            channel.Kind,
            code,
            round.OpenedAt is not null,
            round.ClosedAt is not null,
            round.ClosesOn,
            round.KeepUntil,
            round.AsksStudents,
            round.ReceiptKey,
            forms
        )
        {
            About = await passages.About(round.Subject, round.SubjectVersion, cancel),
        };
    }
}
