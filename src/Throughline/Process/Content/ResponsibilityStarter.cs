namespace Throughline.Process.Content;

/// <summary>A duty that often goes unnamed, who usually holds it, and the help it takes.</summary>
public sealed record ResponsibilityStarter(
    string Code,
    string Responsibility,
    string SupportNeed,
    ContentLevel Level,
    string Holder,
    string? Decision
);

public sealed record ResponsibilityStarters(
    Wording Wording,
    IReadOnlyList<ResponsibilityStarter> Responsibilities
)
{
    internal static ResponsibilityStarters From(ContentNode structure, TextSource texts)
    {
        List<ResponsibilityStarter> duties =
        [
            .. structure.ItemsOf("responsibilities").Select(duty => DutyOf(duty, texts)),
        ];
        return new ResponsibilityStarters(texts.Wording, duties);
    }

    static ResponsibilityStarter DutyOf(ContentNode duty, TextSource texts)
    {
        var code = duty.Need("code");
        return new ResponsibilityStarter(
            code,
            texts.Text("responsibilities", code, "responsibility"),
            texts.Text("responsibilities", code, "support"),
            duty.Word<ContentLevel>("level"),
            duty.Need("holder"),
            duty.Text("decision")
        );
    }
}
