using System.Text.RegularExpressions;
using Throughline.Testing.Sweeping;

namespace Throughline.Conventions.Tests.Sweeps;

/// <summary>
/// An id of another district, wherever a request carries one: in the address, the query, a form's field. It is answered as an id that
/// exists nowhere, shows nothing and changes nothing.
/// </summary>
[Collection(SweepCollection.Name)]
public sealed class ForeignIdTests(Swept swept, ITestOutputHelper output)
{
    private const string Malformed = "not-an-id";

    private SweptInstallation Here => swept.Here;

    [Fact]
    public async Task In_a_form_it_is_as_unknown_as_any_and_changes_nothing()
    {
        var foreign = await Here.Stored.Of(Here.Twin.District);
        var problems = new List<string>();
        foreach (var found in swept.Forms)
        {
            if (Here.HandlerOf(found) is not { } handler)
            {
                continue;
            }

            // Each place in the form as it is offered then: what comes before it makes new ids each time.
            var form = await swept.Prepare(found);
            foreach (var place in Places(form, handler))
            {
                problems.AddRange(await ProblemsOf(found, place));
            }

            if (!foreign.SequenceEqual(await Here.Stored.Of(Here.Twin.District)))
            {
                problems.Add($"{form} changed the other district");
            }
        }

        problems.ForEach(output.WriteLine);
        Assert.Empty(problems);
    }

    /// <summary>Sends another id in this place; what is taken although it names nothing of ours has to have ignored it.</summary>
    private async Task<List<string>> ProblemsOf(Submission found, Place place)
    {
        var problems = new List<string>();
        var form = await swept.Prepare(found);
        var expected = await Answer(place.Put(form, Guid.CreateVersion7().ToString("n")));
        foreach (var (what, id) in place.Others)
        {
            if (expected.Status < 400)
            {
                form = await swept.Prepare(found);
            }

            var answer = await Answer(place.Put(form, id));
            var isAsUnknown = id == Malformed ? answer.Status == 404 : answer == expected;
            if (!isAsUnknown)
            {
                problems.Add(
                    $"{what} in {place.Name} of {found}: {answer.Status} instead of {expected.Status}"
                );
            }
        }

        if (expected.Status < 400)
        {
            var own = await Here.Stored.Of(Here.District);
            var foreign = place.Others[0].Item2;
            problems.AddRange(
                own.Where(row => Refers(row, foreign))
                    .Select(row => $"{place.Name} of {found} stored a foreign id: {row}")
            );
        }

        return problems;
    }

    private static bool Refers(string row, string id) =>
        row.Contains(id, StringComparison.OrdinalIgnoreCase)
        || row.Contains(Guid.Parse(id).ToString("D"), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public async Task In_an_address_it_shows_what_an_unknown_one_shows()
    {
        var problems = new List<string>();
        foreach (var handler in Here.Handlers.Where(one => !one.IsPost && one.IsOfDistrict))
        {
            var visited = swept.Pages.Where(page => handler.Answers(page.Address));
            foreach (var address in visited.Select(page => page.Address).DistinctBy(Crawl.ShapeOf))
            {
                problems.AddRange(await ProblemsOf(handler, address));
            }
        }

        problems.ForEach(output.WriteLine);
        Assert.Empty(problems);
    }

    /// <summary>Each id in the address by others of all sorts; then each field of the handler that could hold one.</summary>
    private async Task<List<string>> ProblemsOf(PageHandler handler, string address)
    {
        var places = Regexes
            .Ids()
            .Matches(address)
            .Select(id =>
                (
                    id.Value,
                    Put: (Func<string, string>)(
                        other => address.Replace(id.Value, other, StringComparison.Ordinal)
                    )
                )
            )
            .Concat(
                handler
                    .Fields.Where(field => field.IsId || field.IsText)
                    .Where(field =>
                        !handler.Route.Contains(
                            "{" + field.Name,
                            StringComparison.OrdinalIgnoreCase
                        )
                    )
                    .Where(field =>
                        !address.Contains(field.Name + "=", StringComparison.OrdinalIgnoreCase)
                    )
                    .Select(field =>
                        (
                            OwnOf(field),
                            (Func<string, string>)(
                                other =>
                                    address
                                    + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?")
                                    + field.Name
                                    + "="
                                    + other
                            )
                        )
                    )
            );
        var problems = new List<string>();
        foreach (var (own, put) in places)
        {
            var expected = await Answer(put(Guid.CreateVersion7().ToString("n")));
            foreach (var (what, id) in Others(own))
            {
                var answer = await Answer(put(id));
                var isAsUnknown =
                    answer == expected || (id == Malformed && answer.Status is 404 or 200);
                if (!isAsUnknown)
                {
                    problems.Add(
                        $"GET {put(id)} ({what}): {answer.Status} instead of {expected.Status}, or another page"
                    );
                }
            }
        }

        return problems;
    }

    private sealed record Answered(int Status, string Body);

    /// <summary>A place in a form where an id stands or could stand.</summary>
    private sealed record Place(
        string Name,
        Func<Submission, string, Submission> Put,
        IReadOnlyList<(string, string)> Others
    );

    private IEnumerable<Place> Places(Submission form, PageHandler handler)
    {
        foreach (var (number, id) in Regexes.Ids().Matches(form.Action).Index())
        {
            yield return new Place(
                $"place {number + 1} of the address",
                (now, other) => now with { Action = WithId(now.Action, number, other) },
                Others(id.Value)
            );
        }

        foreach (var (number, field) in form.Fields.Index())
        {
            if (Guid.TryParse(field.Value, out _))
            {
                yield return new Place(
                    field.Key,
                    (now, other) =>
                        now with
                        {
                            Fields =
                            [
                                .. now
                                    .Fields.Index()
                                    .Select(one =>
                                        one.Index == number ? new(one.Item.Key, other) : one.Item
                                    ),
                            ],
                        },
                    Others(field.Value)
                );
            }
        }

        foreach (
            var field in handler.Fields.Where(field =>
                field.IsId
                && form.Fields.All(one => !SameField(one.Key, field.Name) || one.Value.Length == 0)
                && !form.Action.Contains(field.Name + "=", StringComparison.OrdinalIgnoreCase)
                && !handler.Route.Contains("{" + field.Name, StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            yield return new Place(
                field.Name,
                (now, other) => now.With(field.Name, other),
                Others(OwnOf(field))[..1]
            );
        }
    }

    private static string WithId(string address, int number, string other)
    {
        var id = Regexes.Ids().Matches(address)[number];
        return address[..id.Index] + other + address[(id.Index + id.Length)..];
    }

    private static bool SameField(string sent, string name) =>
        Regex
            .Replace(sent, @"\[[^]]*\]", "", RegexOptions.None, TimeSpan.FromSeconds(1))
            .Equals(
                Regex.Replace(name, @"\[[^]]*\]", "", RegexOptions.None, TimeSpan.FromSeconds(1)),
                StringComparison.OrdinalIgnoreCase
            );

    /// <summary>In the place of this id of ours: the other district's counterpart, another kind of thing of ours, and no id at all.</summary>
    private List<(string What, string Id)> Others(string own)
    {
        var id = Guid.Parse(own);
        var table = Here.Twin.TableOf(id);
        var foreign = Here.Twin.Counterparts.TryGetValue(id, out var other)
            ? other
            : Here.Twin.Counterparts[Here.Twin.IdsIn("goal")[0]];
        var ofAnotherKind = Here.Twin.IdsIn(table == "goal" ? "decision" : "goal")[0];
        return
        [
            ("another district's id", foreign.ToString("n")),
            ("another kind's id", ofAnotherKind.ToString("n")),
            ("no id", Malformed),
        ];
    }

    /// <summary>An id of ours of the kind that the field is for.</summary>
    private string OwnOf(Field field)
    {
        var name = (Nullable.GetUnderlyingType(field.Type) ?? field.Type).Name;
        var table = Data.SnakeCase.Of(
            name.EndsWith("Id", StringComparison.Ordinal) ? name[..^2] : name
        );
        return (Here.Twin.IdsIn(table).Concat(Here.Twin.IdsIn("goal")).First()).ToString("n");
    }

    private async Task<Answered> Answer(Submission form)
    {
        using var answer = await Here.Dana.Send(form);
        return await Read(answer);
    }

    private async Task<Answered> Answer(string address)
    {
        using var answer = await Here.Dana.Browser.GetAsync(address);
        return await Read(answer);
    }

    private static async Task<Answered> Read(HttpResponseMessage answer)
    {
        // A token is random letters: now and then they spell the other district's mark.
        var text = Regexes.Token().Replace(await answer.Content.ReadAsStringAsync(), "");
        Assert.DoesNotContain(Twin.Mark, text, StringComparison.OrdinalIgnoreCase);
        text = Regexes.Ids().Replace(text, "*").Replace(Malformed, "*", StringComparison.Ordinal);
        return new Answered((int)answer.StatusCode, text);
    }
}
