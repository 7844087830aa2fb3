using System.Globalization;
using CsCheck;
using Throughline.Analysis.Representation;
using Throughline.Testing;

namespace Throughline.Analysis.Tests.Representation;

public sealed class RakeTests
{
    private static readonly Margin[] Roles =
    [
        new(
            "role",
            new Dictionary<string, double>
            {
                ["family"] = 500,
                ["student"] = 400,
                ["teacher"] = 100,
            }
        ),
        new(
            "grp",
            new Dictionary<string, double>
            {
                ["A"] = 550,
                ["B"] = 300,
                ["C"] = 150,
            }
        ),
    ];

    [Fact]
    public void Nine_cells_have_the_weights_that_R_gives()
    {
        List<SampleRow> sample = [];
        List<double> expected = [];
        foreach (var cells in Rows("rake_known_answer.csv"))
        {
            for (
                var person = 0;
                person < int.Parse(cells[3], CultureInfo.InvariantCulture);
                person++
            )
            {
                sample.Add(Row(("role", cells[0]), ("grp", cells[1])));
                expected.Add(Real(cells[2]));
            }
        }

        var raked = Rake.Of(sample, Roles);
        Assert.True(raked.Converged);
        Assert.Equal(1.36014025358, raked.DesignEffect, 5e-12);
        AssertClose(expected, raked.Weights, 1e-9);
    }

    [Fact]
    public void The_California_schools_have_the_weights_and_means_that_R_gives()
    {
        var rows = Rows("apiclus1_weights.csv");
        List<SampleRow> sample =
        [
            .. rows.Select(cells =>
                Row(Real(cells[4]), ("stype", cells[1]), ("sch.wide", cells[2]))
            ),
        ];
        Margin types = new(
            "stype",
            new Dictionary<string, double>
            {
                ["E"] = 4421,
                ["H"] = 755,
                ["M"] = 1018,
            }
        );
        Margin wide = new(
            "sch.wide",
            new Dictionary<string, double> { ["No"] = 1072, ["Yes"] = 5122 }
        );

        var post = Rake.Of(sample, [types]);
        AssertClose([.. rows.Select(cells => Real(cells[8]))], post.Weights, 1e-9);
        Assert.Equal(642.31, Mean(rows, post, 5), 0.005);

        var raked = Rake.Of(sample, [types, wide]);
        AssertClose([.. rows.Select(cells => Real(cells[9]))], raked.Weights, 1e-9);
        Assert.Equal(641.23, Mean(rows, raked, 5), 0.005);
        Assert.Equal(3_647_280, Total(rows, raked, 6), 0.5);
        Assert.Equal(6, raked.Weights.Select(weight => Math.Round(weight, 6)).Distinct().Count());
        Assert.Equal(1.0516566956, raked.DesignEffect, 5e-11);
    }

    [Fact]
    public void Trimmed_weights_stay_within_their_bounds_and_meet_the_margins_where_both_can_be()
    {
        List<SampleRow> sample = [];
        foreach (
            var (role, group, count) in new[]
            {
                ("family", "A", 60),
                ("family", "B", 20),
                ("student", "A", 10),
                ("student", "B", 10),
            }
        )
        {
            sample.AddRange(Enumerable.Repeat(Row(("role", role), ("grp", group)), count));
        }

        Margin[] margins =
        [
            new("role", new Dictionary<string, double> { ["family"] = 50, ["student"] = 50 }),
            new("grp", new Dictionary<string, double> { ["A"] = 50, ["B"] = 50 }),
        ];
        var free = Rake.Of(sample, margins);
        var trimmed = Rake.Of(
            sample,
            margins,
            new RakeSettings
            {
                Trim = (0.3, 3),
                MostIterations = 5000,
                Tolerance = 1e-9,
            }
        );
        Assert.True(trimmed.Converged, trimmed.Why);
        Assert.True(trimmed.Weights.Max() <= (3 * trimmed.Weights.Average()) + 1e-6);
        Assert.True(free.DesignEffect > 1 && trimmed.DesignEffect > 1);
        Assert.Equal(1, free.EffectiveSize * free.DesignEffect / sample.Count, 1e-9);
    }

    [Fact]
    public void Margins_that_the_sample_cannot_meet_are_explained()
    {
        // Families are all in A and students all in B, so role and group cannot differ.
        List<SampleRow> sample =
        [
            Row(("role", "family"), ("grp", "A")),
            Row(("role", "student"), ("grp", "B")),
        ];
        var raked = Rake.Of(
            sample,
            [
                new("role", new Dictionary<string, double> { ["family"] = 50, ["student"] = 50 }),
                new("grp", new Dictionary<string, double> { ["A"] = 70, ["B"] = 30 }),
            ]
        );
        Assert.False(raked.Converged);
        Assert.Contains("lack a combination", raked.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_is_weighted_up_who_did_not_answer() =>
        Assert.Contains(
            "Nobody with role “teacher” answered",
            Refusal(
                [Row(("role", "family"), ("grp", "A")), Row(("role", "student"), ("grp", "B"))],
                Roles
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Margins_of_two_populations_are_refused() =>
        Assert.Contains(
            "do not add up",
            Refusal(
                [Row(("role", "family"), ("grp", "A"))],
                [Roles[0], new("grp", new Dictionary<string, double> { ["A"] = 5 })]
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_category_that_the_population_does_not_know_is_refused_with_its_row() =>
        Assert.Contains(
            "Answer 2 has role “parent”",
            Refusal(
                [Row(("role", "family"), ("grp", "A")), Row(("role", "parent"), ("grp", "B"))],
                Roles
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Any_full_table_is_raked_to_any_margins() =>
        Gen.Select(
                Gen.Int[1, 9].Array[9],
                Gen.Double[0.05, 1].Array[3],
                Gen.Double[0.05, 1].Array[3]
            )
            .Sample(
                (counts, rows, columns) =>
                {
                    List<SampleRow> sample =
                    [
                        .. counts.SelectMany(
                            (count, cell) =>
                                Enumerable.Repeat(
                                    Row(("r", $"{cell / 3}"), ("c", $"{cell % 3}")),
                                    count
                                )
                        ),
                    ];
                    Margin[] margins = [Shares("r", rows), Shares("c", columns)];
                    var raked = Rake.Of(sample, margins);
                    Assert.True(raked.Converged, raked.Why);
                    Assert.Equal(1000, raked.Weights.Sum(), 1e-6);
                    Assert.True(raked.DesignEffect >= 1 - 1e-12);
                },
                iter: 200
            );

    private static Margin Shares(string attribute, double[] parts) =>
        new(
            attribute,
            parts
                .Select((part, index) => (index, part))
                .ToDictionary(pair => $"{pair.index}", pair => 1000 * pair.part / parts.Sum())
        );

    private static string Refusal(List<SampleRow> sample, Margin[] margins) =>
        Assert.Throws<InputRefusedException>(() => Rake.Of(sample, margins)).Message;

    private static SampleRow Row(params (string Attribute, string Category)[] cells) =>
        Row(1, cells);

    private static SampleRow Row(
        double weight,
        params (string Attribute, string Category)[] cells
    ) => new(cells.ToDictionary(cell => cell.Attribute, cell => cell.Category), weight);

    private static List<string[]> Rows(string file) =>
        [
            .. File.ReadAllLines(SharedData.Require("representation", file))
                .Skip(1)
                .Select(line => line.Split(',').Select(cell => cell.Trim('"')).ToArray()),
        ];

    private static double Real(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static double Total(List<string[]> rows, RakedWeights raked, int column) =>
        rows.Select((cells, row) => Real(cells[column]) * raked.Weights[row]).Sum();

    private static double Mean(List<string[]> rows, RakedWeights raked, int column) =>
        Total(rows, raked, column) / raked.Weights.Sum();

    private static void AssertClose(List<double> want, IReadOnlyList<double> got, double tolerance)
    {
        Assert.Equal(want.Count, got.Count);
        for (var row = 0; row < want.Count; row++)
        {
            Assert.True(
                Math.Abs(want[row] - got[row]) <= tolerance * want[row],
                $"row {row}: {want[row]} against {got[row]}"
            );
        }
    }
}
