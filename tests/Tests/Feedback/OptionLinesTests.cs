using Throughline.Feedback.Questionnaires;
using static Throughline.Tests.Feedback.FeedbackWork;

namespace Throughline.Tests.Feedback;

public sealed class OptionLinesTests
{
    private static readonly Option[] Before =
    [
        new("everyone", En("Yes, everyone").With("es", "Sí, todos")),
        new("some", En("Only some students").With("es", "Solo algunos")),
        new("none", En("Nobody").With("es", "Nadie")),
    ];

    private static string Read(string lines) =>
        string.Join(' ', OptionLines.Read(lines, Before, "en").Select(option => option.Code));

    [Fact]
    public void Codes_and_translations_stay_with_their_texts_when_lines_move()
    {
        var moved = OptionLines.Read(
            "Nobody\r\nYes, everyone\n\n Only some students ",
            Before,
            "en"
        );

        Assert.Equal("none everyone some", string.Join(' ', moved.Select(one => one.Code)));
        Assert.Equal(
            ["Nadie", "Sí, todos", "Solo algunos"],
            moved.Select(one => one.Text.In("es"))
        );
    }

    [Fact]
    public void A_reworded_line_keeps_its_code() =>
        Assert.Equal(
            "everyone some none",
            Read("Yes, every one\nOnly some of the students\nNobody")
        );

    [Fact]
    public void A_line_that_says_something_else_is_a_new_option() =>
        Assert.Equal("everyone perhaps-later none", Read("Yes, everyone\nPerhaps later\nNobody"));

    [Fact]
    public void A_line_in_between_takes_nobodys_code() =>
        Assert.Equal(
            "everyone i-am-not-sure some none",
            Read("Yes, everyone\nI am not sure\nOnly some students\nNobody")
        );

    [Fact]
    public void The_same_line_twice_gets_two_codes() =>
        Assert.Equal("everyone yes-everyone", Read("Yes, everyone\nYes, everyone"));

    [Fact]
    public void What_is_written_is_read_again_as_it_was() =>
        Assert.Equal("everyone some none", Read(OptionLines.Write(Before, "en")));
}
