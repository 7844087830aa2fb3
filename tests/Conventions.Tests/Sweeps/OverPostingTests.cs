using System.Text.RegularExpressions;
using Throughline.Testing.Sweeping;

namespace Throughline.Conventions.Tests.Sweeps;

/// <summary>The name of every property of every stored thing, added to every form: what no form asks for changes nothing.</summary>
[Collection(SweepCollection.Name)]
public sealed partial class OverPostingTests(Swept swept, ITestOutputHelper output)
{
    private SweptInstallation Here => swept.Here;

    [Fact]
    public async Task What_a_form_does_not_ask_for_changes_nothing()
    {
        var names = Here
            .Stored.All.SelectMany(type => type.GetProperties())
            .Select(property => property.Name)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var foreign = Here.Twin.District.ToString();
        var problems = new List<string>();
        foreach (var handler in Here.Handlers.Where(one => one.IsPost && one.IsOfDistrict))
        {
            if (swept.TakenBy(handler) is not { } form)
            {
                continue;
            }

            var usual = await Send(form, []);
            var asked = handler
                .Fields.Select(field => field.Name.Split('.', '[')[^1])
                .Concat(form.Fields.Select(field => field.Key))
                .ToHashSet(StringComparer.OrdinalIgnoreCase);
            asked.UnionWith(handler.Fields.Select(field => Last(field.Name)));
            var more = names
                .Where(name => !asked.Contains(name))
                .SelectMany(name =>
                    new[] { name, "Input." + name, "District." + name }.Select(
                        key => new KeyValuePair<string, string>(key, ValueFor(name, foreign))
                    )
                );
            var added = await Send(form, more);
            problems.AddRange(usual.Except(added).Select(row => $"{handler} did not write {row}"));
            problems.AddRange(added.Except(usual).Select(row => $"{handler} wrote {row}"));
        }

        problems.ForEach(output.WriteLine);
        Assert.Empty(problems);
    }

    private static string Last(string name) => name[(name.LastIndexOf('.') + 1)..].Split('[')[0];

    private static string ValueFor(string name, string foreign) =>
        name.EndsWith("Id", StringComparison.Ordinal) ? foreign
        : name.EndsWith("At", StringComparison.Ordinal)
        || name.EndsWith("On", StringComparison.Ordinal)
            ? "2001-01-01"
        : name is "Role" ? "Lead"
        : name is "Version" or "Number" or "Place" or "Order" ? "77"
        : name.StartsWith("Is", StringComparison.Ordinal) ? "true"
        : "overposted";

    /// <summary>The rows of both districts after it; ids that are new each time are stars.</summary>
    private async Task<HashSet<string>> Send(
        Submission form,
        IEnumerable<KeyValuePair<string, string>> more
    )
    {
        var known = Here
            .Twin.Counterparts.SelectMany(pair => new[] { pair.Key, pair.Value })
            .ToHashSet();
        var prepared = await swept.Prepare(form);
        using var answer = await Here.Dana.Send(prepared.With(more));
        Assert.True((int)answer.StatusCode < 400, $"{form} answered {answer.StatusCode}");
        var rows = (await Here.Stored.Of(Here.District)).Concat(
            await Here.Stored.Of(Here.Twin.District)
        );
        return
        [
            .. rows.Select(row =>
                Codes()
                    .Replace(
                        Regexes
                            .Ids()
                            .Replace(
                                row,
                                id => known.Contains(Guid.Parse(id.Value)) ? id.Value : "*"
                            ),
                        "*"
                    )
            ),
        ];
    }

    /// <summary>The last part of a public address is drawn anew each time.</summary>
    [GeneratedRegex("(?<=\\|code=|\"Field\":\"Code\",\"Old\":null,\"New\":\")[0-9a-z]{8}")]
    private static partial Regex Codes();
}
