using Microsoft.AspNetCore.Mvc;
using Throughline.App.Components;
using Throughline.App.Design;
using Throughline.Direction;
using Throughline.Kernel;

namespace Throughline.App.Pages.Direction;

/// <summary>Why teach computing here: each member ranks alone, the spread is shown, the team agrees on an order.</summary>
[Needs(DirectionPermissions.Rank)]
public sealed class ValuesModel(ValueQueries read, RankValues rank) : DirectionPage
{
    public sealed record Form
    {
        public Dictionary<string, int?> Places { get; init; } = [];

        public int Version { get; init; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary><c>team</c>: the page asks for the team's order instead of one's own.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Order { get; set; }

    public bool Team => Order == "team" && MayWrite;

    public ValuesView Seen { get; private set; } = null!;

    public bool MayRank => Me.RoleAt(null) >= DirectionPermissions.Rank;

    /// <summary>Who has yet to rank sees the others' ranks only afterwards, so as to rank alone.</summary>
    public bool ShowSpread => Seen.Members > 1 && (Seen.Own.Count > 0 || !MayRank);

    public IEnumerable<ValueSpread> ByMiddle => Seen.Values.OrderBy(value => value.Median);

    /// <summary>What the figure shows, in a sentence: one value stands first, or several share the place.</summary>
    public string Finding
    {
        get
        {
            var first = Seen
                .Values.Where(value => value.Median == ByMiddle.First().Median)
                .ToList();
            return first.Count == 1
                ? T["direction.values.spread", first[0].Name]
                : T["direction.values.spread-shared", first.Count];
        }
    }

    public IReadOnlyList<SpreadLines.Row> Rows =>
        [
            .. ByMiddle.Select(value => new SpreadLines.Row(
                value.Name,
                value.Best,
                value.Median,
                value.Worst
            )),
        ];

    /// <summary>In the order at hand, so that saving again starts from it.</summary>
    public IEnumerable<ValueSpread> Listed =>
        Seen.Values.OrderBy(value => Input.Places.GetValueOrDefault(value.Code) ?? int.MaxValue);

    public IEnumerable<Choice> Numbers =>
        Enumerable
            .Range(1, Seen.Values.Count)
            .Select(place => new Choice(T.Number(place), T.Number(place)));

    public Task<IActionResult> OnGet() => Show();

    public Task<IActionResult> OnPost() => Rank(team: false);

    [Needs(DirectionPermissions.Write)]
    public Task<IActionResult> OnPostTeam() => Rank(team: true);

    private async Task<IActionResult> Rank(bool team)
    {
        Order = team ? "team" : null;
        var input = new RankValues.Input
        {
            Places = Input.Places,
            Team = team,
            Version = Input.Version,
        };
        return await Answer(
            await rank.Do(input, Doing()),
            _ => Redirect(Here("direction/values") + "?done=" + (team ? "team-ranked" : "ranked")),
            Show
        );
    }

    private async Task<IActionResult> Show()
    {
        Seen = await read.For(Me.PersonId, T.Language);
        var stored = (Team ? Seen.Team : Seen.Own).ToList();
        var sent = HttpMethods.IsPost(Request.Method);
        foreach (var code in Seen.Values.Select(value => value.Code))
        {
            Input.Places[code] =
                sent ? Input.Places.GetValueOrDefault(code)
                : stored.Contains(code) ? stored.IndexOf(code) + 1
                : null;
        }

        return Page();
    }
}
