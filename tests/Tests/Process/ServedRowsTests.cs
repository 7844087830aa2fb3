using Throughline.Process.Content;

namespace Throughline.Tests.Process;

public class ServedRowsTests
{
    static readonly ContentFolder Content = new(ContentCopy.Shipped);

    public static TheoryData<string> AskedRows =>
        [
            .. Enumerable.Range(1, 21).Select(number => $"DP-{number:00}"),
            .. Enumerable.Range(1, 7).Select(number => $"DP-Q{number}"),
            .. Enumerable.Range(1, 5).Select(number => $"DP-G{number}"),
            .. Enumerable.Range(1, 10).Select(number => $"IP-A{number}"),
            .. Enumerable
                .Range(1, 12)
                .Where(number => number is < 4 or > 6)
                .Select(number => $"IP-B{number}"),
            "IP-B4-6",
            .. Enumerable.Range(1, 7).Select(number => $"IP-C{number}"),
        ];

    [Theory]
    [MemberData(nameof(AskedRows))]
    public void Every_guiding_question_of_the_field_is_served_by_a_prompt_or_a_step(string row)
    {
        var steps = Content.Process("pathway", "en").Steps.ToList();

        Assert.Contains(
            row,
            steps.SelectMany(step =>
                step.Rows.Concat(step.Prompts.SelectMany(prompt => prompt.Rows))
            )
        );
    }
}
