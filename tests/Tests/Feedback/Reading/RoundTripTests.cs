using System.Text;
using CsCheck;
using Throughline.Feedback.Questionnaires;
using Throughline.Kernel.Languages;
using Throughline.Testing;

namespace Throughline.Tests.Feedback.Reading;

public sealed class RoundTripTests
{
    [Fact]
    public void Our_format_comes_back_as_it_was() =>
        QuestionnaireGen.Any.Sample(
            form =>
            {
                var written = QuestionnaireJson.Write(form);
                Assert.Equal(written, QuestionnaireJson.Write(QuestionnaireJson.Read(written)));
                Assert.Equal(
                    written,
                    QuestionnaireJson.Write(
                        QuestionnaireJson.Read(QuestionnaireJson.WriteReadably(form))
                    )
                );
            },
            iter: 2_000
        );

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void A_translators_table_comes_back_as_it_was(string heads) =>
        QuestionnaireGen.Any.Sample(
            form =>
            {
                var table = QuestionnaireTable.Write(form, Reader.Files, heads);
                var read = QuestionnaireTable.Read(Encoding.UTF8.GetString(table), Reader.Files);
                Assert.Empty(read.Errors);
                Assert.Null(read.Refusal);
                Assert.Equal(
                    Encoding.UTF8.GetString(QuestionnaireJson.Write(form)),
                    Encoding.UTF8.GetString(QuestionnaireJson.Write(read.Questionnaire!))
                );
            },
            iter: 1_000
        );

    [Fact]
    public void The_shipped_questionnaires_survive_the_table()
    {
        foreach (
            var file in System.IO.Directory.EnumerateFiles(
                Path.Combine(Repository.Content, "questionnaires"),
                "*.json"
            )
        )
        {
            var form = QuestionnaireJson.Read(File.ReadAllBytes(file));
            var table = Encoding.UTF8.GetString(QuestionnaireTable.Write(form, Reader.Files));
            var reading = Reader.Read(table);
            Assert.Equal(
                QuestionnaireJson.Write(form),
                QuestionnaireJson.Write(reading.Questionnaire)
            );
            Assert.Equal("throughline", reading.Format);
        }
    }

    [Fact]
    public void A_table_saved_with_semicolons_and_a_language_that_was_added_is_read()
    {
        const string table =
            "Part;Code;en;es;Kind\r\nTitle;;A;B;\r\nPage;p;;;\r\nQuestion;q;Why?;¿Por qué?;One line\r\n";

        var form = Reader.Read(table).Questionnaire;

        Assert.Equal(["en", "es"], form.Languages);
        Assert.Equal(["en", "es"], form.Unreviewed);
        Assert.Equal("¿Por qué?", form.Questions.Single().Text.In("es"));
    }

    [Theory]
    [InlineData(
        "Part,Code,en,Kind\nPage,p,,\nOption,o,Yes,\n",
        "Row 3, column 1: This cannot stand here"
    )]
    [InlineData("Part,Code,en,Kind\nPage,p,,\nQuestion,q,Why?,riddle\n", "Row 3, column 4:")]
    [InlineData(
        "Part,Code,en,Kind\nPage,p,,\nQuestion,q,Why?,\n",
        "Row 3, column 4: A question needs its kind"
    )]
    [InlineData(
        "Part,Code,en,Kind\nPage,p,,\nQuestion,,Why?,Date\n",
        "Row 3, column 2: A code is needed"
    )]
    [InlineData("Part,Code,en,Kind\nPage,p,,\nQuestion,q,=1+1,Date\n", "Row 3, column 3:")]
    [InlineData(
        "Part,Code,en,Kind\nPage,p,,\nQuestion,q,a\\b,Date\n",
        "Row 3, column 3: A backslash"
    )]
    [InlineData(
        "Part,Code,en,Kind\nPage,p,,Date\nQuestion,q,Why?,Date\n",
        "Row 2, column 4: This column stays empty"
    )]
    [InlineData(
        "Part,Code,en,Kind\nTitle,,A,\nTitle,,B,\n",
        "Row 3, column 1: This part stands twice"
    )]
    [InlineData("Part,Code,en,Surprise\nTitle,,A,x\n", "“Surprise” is neither")]
    [InlineData("Part,Code,en,en\nTitle,,A,x\n", "each once")]
    [InlineData("Part,Code,Kind\nTitle,,\n", "a column for each language")]
    [InlineData(
        "Part,Code,en,Kind,Shown if\nPage,p,,,\nQuestion,q,Why?,Date,whenever\n",
        "Row 3, column 5: Write the code"
    )]
    [InlineData(
        "Part,Code,en,Kind,At least\nPage,p,,,\nQuestion,q,Why?,Number,many\n",
        "Row 3, column 5: A number"
    )]
    public void An_error_in_a_table_is_told_by_row_and_column(string table, string sentence) =>
        Assert.Contains(sentence, Reader.Refusal(table, "throughline"), StringComparison.Ordinal);

    [Fact]
    public void Reading_a_table_never_throws_whatever_stands_in_it() =>
        Gen.String[Gen.Char["Pagert,\n;\"ensCod\\q="], 0, 60]
            .Sample(
                text => QuestionnaireTable.Read("part,code,en\n" + text, Reader.Files),
                iter: 5_000
            );
}
