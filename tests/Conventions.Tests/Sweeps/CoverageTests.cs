using System.Reflection;
using Microsoft.AspNetCore.Http;
using Throughline.App.Pages;

namespace Throughline.Conventions.Tests.Sweeps;

/// <summary>That the sweeps sweep: what they do not reach fails here, with its name.</summary>
[Collection(SweepCollection.Name)]
public sealed class CoverageTests(Swept swept, ITestOutputHelper output)
{
    /// <summary>
    /// What no form of the sample can be sent to as it is filled in, and why. Each is tested in its module; one that is taken after all
    /// has to leave this list.
    /// </summary>
    private static readonly Dictionary<string, string> Beyond = new(StringComparer.Ordinal)
    {
        ["POST /d/{district}/direction/goals/paste?handler=Save"] =
            "needs a kind and a horizon in each row",
        ["POST /d/{district}/schools/{school}/direction/goals/paste?handler=Save"] =
            "needs a kind and a horizon in each row",
        ["POST /d/{district}/feedback/{round}/type-in"] = "takes the numbers of options, not words",
        ["POST /d/{district}/plan/decisions/{decision}?handler=Relate"] =
            "is of a school's decision",
        ["POST /d/{district}/plan/decisions/{decision}?handler=StandAlone"] =
            "is of a school's decision",
        ["POST /d/{district}/schools/{school}/plan/decisions/{decision}?handler=Tell"] =
            "needs somebody who waits to be told",
    };

    [Fact]
    public void A_form_of_every_handler_of_a_district_was_sent_and_taken()
    {
        var missing = swept
            .Here.Handlers.Where(handler => handler.IsPost && handler.IsOfDistrict)
            .Where(handler => swept.TakenBy(handler) is null)
            .Select(handler =>
                $"{handler}: {string.Join(" / ", swept.Answers.GetValueOrDefault(handler, []))}"
            )
            .ToList();

        missing.ForEach(output.WriteLine);
        Assert.Equal(
            Beyond.Keys.Order(StringComparer.Ordinal),
            missing.Select(one => one.Split(": ")[0]).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Every_page_of_a_district_was_visited()
    {
        var missing = swept
            .Here.Handlers.Where(handler => !handler.IsPost && handler.IsOfDistrict)
            .Where(handler => swept.AddressOf(handler) is null)
            .Select(handler => handler.ToString())
            .ToList();

        missing.ForEach(output.WriteLine);
        Assert.Empty(missing);
    }

    [Fact]
    public void A_page_answers_to_GET_and_POST_and_says_for_each_what_it_needs()
    {
        var silent = swept.Here.Handlers.Where(handler =>
            handler.Verb != HttpMethods.Get && !handler.IsPost
            || handler.IsOfDistrict
                && handler.Method.GetCustomAttribute<NeedsAttribute>() is null
                && handler.Page.GetCustomAttribute<NeedsAttribute>(true) is null
        );

        Assert.Empty(silent);
    }

    [Fact]
    public void The_other_district_has_a_thing_of_every_kind()
    {
        var without = swept
            .Here.Stored.Owned.Select(type => Data.SnakeCase.Of(type.ClrType.Name))
            .Where(table => swept.Here.Twin.IdsIn(table).Count == 0);

        Assert.Empty(without);
    }
}
