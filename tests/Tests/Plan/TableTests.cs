using CsCheck;
using Throughline.Kernel.Languages;
using Throughline.Kernel.Tables;
using Throughline.Testing;

namespace Throughline.Tests.Plan;

public sealed class TableTests
{
    private static readonly LanguageFiles Files = LanguageFiles.Load(
        Path.Combine(Repository.Content, "languages")
    );

    private static readonly TableShape Shape = new(
        "plan.paste.actions",
        [
            new("what", Most: 20, Required: true),
            new("due", CellKind.Day),
            new("status", CellKind.Choice, Words: ["not-started", "under-way", "done", "dropped"]),
            new("waits-for", CellKind.Number),
        ],
        Files
    );

    private static readonly Gen<string> Cell = Gen.OneOf(
        Gen.String[Gen.Char["ab \"\t\n,;'=é"], 1, 12].Select(text => text + "x"),
        Gen.Const("")
    );

    [Fact]
    public void What_is_written_for_a_sheet_is_read_back_as_it_was() =>
        Gen.Int[2, 5]
            .SelectMany(width => Cell.Array[width].Array[1, 8])
            .Sample(rows =>
            {
                var kept = rows.Where(row => row.Any(cell => cell.Trim().Length > 0)).ToList();
                var read = TableText.Read(TableText.Write(rows));
                Assert.Equal(kept, read.Select(row => row.ToArray()));
            });

    [Fact]
    public void Reading_never_throws_whatever_is_pasted() =>
        Gen.String.Sample(text => PastedTable.Read(text, Shape));

    [Fact]
    public void A_download_holds_no_formula_and_pasting_it_back_gives_the_same_texts() =>
        Gen.String[Gen.Char["=+-@\t\rab\","], 1, 8]
            .Sample(cell =>
            {
                var safe = CsvText.Safe(cell);
                Assert.DoesNotContain(safe[0], "=+-@\t\r");
                Assert.Equal(cell, CsvText.Plain(safe));
            });

    [Fact]
    public void A_csv_file_opens_in_Excel_and_is_one_cell_where_it_was_one()
    {
        var file = System.Text.Encoding.UTF8.GetString(
            CsvText.Write([
                ["=1+1", "a,b", "say \"hi\"", "two\nlines", null],
            ])
        );

        Assert.Equal("\uFEFF'=1+1,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\r\n", file);
    }

    [Theory]
    [InlineData("11/20/2026", "2026-11-20")]
    [InlineData("2026-11-20", "2026-11-20")]
    [InlineData("2/29/2028", "2028-02-29")]
    [InlineData("Nov 20, 2026", "2026-11-20")]
    [InlineData("20 de noviembre de 2026", "2026-11-20")]
    [InlineData("3/4/2026", "2026-03-04")]
    public void Days_are_read_as_Americans_and_ISO_write_them(string cell, string day) =>
        Assert.Equal(DateOnly.Parse(day), CellDay.Read(cell));

    [Theory]
    [InlineData("3/4/26")]
    [InlineData("Nov 20")]
    [InlineData("20/11/2026")]
    [InlineData("3.4.2026")]
    [InlineData("03-04-2026")]
    [InlineData("2/29/2027")]
    [InlineData("soon")]
    [InlineData("45250")]
    public void What_could_be_two_days_or_none_is_not_read(string cell) =>
        Assert.Null(CellDay.Read(cell));

    [Theory]
    [InlineData("Action\tBy\nBuy\t2026-11-20")]
    [InlineData("ACCIÓN\tpara\nBuy\t2026-11-20")]
    [InlineData("due date\ttask\n2026-11-20\tBuy")]
    [InlineData("Action,By\nBuy,11/20/2026")]
    [InlineData("Buy\t2026-11-20")]
    public void Columns_are_known_by_their_names_in_either_language_or_by_their_order(string text)
    {
        var table = PastedTable.Read(text, Shape);

        Assert.True(table.IsSound);
        var row = Assert.Single(table.Rows);
        Assert.Equal("Buy", row["what"]);
        Assert.Equal(new DateOnly(2026, 11, 20), row.Day("due"));
    }

    [Fact]
    public void A_column_of_sentences_with_commas_stays_one_column()
    {
        var table = PastedTable.Read("Action\nBuy kits, soon\nCall", Shape);

        Assert.Equal(["Buy kits, soon", "Call"], table.Rows.Select(row => row["what"]));
    }

    [Theory]
    [InlineData("", "nothing")]
    [InlineData("Action\tBy", "only-a-head")]
    [InlineData("By\tStatus\n2026-11-20\tdone", "column-missing")]
    public void A_block_that_is_no_table_says_so(string text, string expected) =>
        Assert.Equal("tables.refusal." + expected, PastedTable.Read(text, Shape).Refusal!.Key);

    [Fact]
    public void Five_hundred_rows_are_read_and_one_more_is_not()
    {
        string Rows(int count) =>
            string.Join('\n', Enumerable.Range(1, count).Select(i => $"a{i}\t"));

        Assert.Null(PastedTable.Read(Rows(500), Shape).Refusal);
        Assert.Equal("tables.refusal.too-many", PastedTable.Read(Rows(501), Shape).Refusal!.Key);
    }

    [Fact]
    public void Each_wrong_cell_says_what_was_expected_there()
    {
        var table = PastedTable.Read(
            "Action\tBy\tStatus\tWaits for decision\nabcdefghijklmnopqrstu\tsoon\tperhaps\tnine\n\t\tdone\t1\tmore",
            Shape
        );

        Assert.Equal(
            [
                (1, 1, "long"),
                (1, 2, "day"),
                (1, 3, "word"),
                (1, 4, "number"),
                (2, 1, "needed"),
                (2, 5, "no-such-column"),
            ],
            table.Errors.Select(error =>
                (error.Row, error.Column, error.Sentence.Key.Split('.')[^1])
            )
        );
    }
}
