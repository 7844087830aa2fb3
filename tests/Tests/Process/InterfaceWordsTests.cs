using Throughline.Process.Content;

namespace Throughline.Tests.Process;

public class InterfaceWordsTests
{
    const string English = """
        home:
          greeting: Hello, {name}
          people:
            one: One person
            other: "{0} people"
        """;

    [Fact]
    public void Languages_with_the_same_keys_and_placeholders_agree_whatever_their_plural_forms()
    {
        using var copy = With(
            "home:\n  greeting: Witaj, {name}\n  people:\n    one: Jedna\n    few: \"{0} osoby\"\n    other: \"{0} osób\"\n"
        );

        Assert.Empty(copy.Found());
        Assert.DoesNotContain(copy.Notices(), Concerns);
    }

    [Fact]
    public void A_missing_key_is_a_notice()
    {
        using var copy = With("home:\n  greeting: Hola, {name}\n");

        Assert.Empty(copy.Found());
        Assert.Contains(
            "`home.people`",
            Assert.Single(copy.Notices(), Concerns).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        "home:\n  greeting: Hola, {nombre}\n  people: { one: Una, other: \"{0}\" }\n",
        2,
        "{name}"
    )]
    [InlineData(
        "home:\n  greeting: Hola, {name}\n  people: { one: Una, other: Muchas }\n",
        3,
        "{0}"
    )]
    [InlineData("home:\n  greeting: Hola, {name}\n  people: { one: \"{0}\" }\n", 3, "`other`")]
    [InlineData(
        "home:\n  greeting: Hola, {name}\n  people: { other: \"{0}\" }\n  extra: Más\n",
        4,
        "`home.extra`"
    )]
    [InlineData("home:\n  greeting: \"\"\n  people: { other: \"{0}\" }\n", 2, "is empty")]
    public void A_fault_in_a_translation_is_found_with_its_line(
        string spanish,
        int line,
        string said
    )
    {
        using var copy = With(spanish);

        Assert.Contains(
            copy.Found(),
            problem =>
                problem.File == "languages/es/words.yaml"
                && problem.Line == line
                && problem.Message.Contains(said, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_whole_file_that_is_not_translated_is_a_notice()
    {
        using var copy = With("home:\n  greeting: Hola, {name}\n  people: { other: \"{0}\" }\n");
        copy.Write("languages/en/later.yaml", "later: Later\n");

        Assert.Contains(
            "`languages/es/later.yaml`",
            Assert.Single(copy.Notices(), Concerns).Message,
            StringComparison.Ordinal
        );
    }

    static bool Concerns(ContentProblem problem) =>
        problem.File.StartsWith("languages/", StringComparison.Ordinal);

    static ContentCopy With(string spanish)
    {
        var copy = new ContentCopy();
        var languages = Path.Combine(copy.Folder, "languages");
        if (System.IO.Directory.Exists(languages))
        {
            System.IO.Directory.Delete(languages, recursive: true);
        }

        copy.Write("languages/en/words.yaml", English);
        copy.Write("languages/es/words.yaml", spanish);
        return copy;
    }
}
