using System.Text.Json.Serialization;

namespace Throughline.Publishing.Tree;

/// <summary>One piece of a document. Pieces hold plain text only: markup comes from the renderer alone.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(LargeSentence), "sentence")]
[JsonDerivedType(typeof(Listing), "list")]
[JsonDerivedType(typeof(Grid), "table")]
[JsonDerivedType(typeof(Facts), "facts")]
[JsonDerivedType(typeof(Gap), "gap")]
[JsonDerivedType(typeof(GradeLine), "gradeLine")]
[JsonDerivedType(typeof(AnswerBox), "answer")]
public abstract record Block
{
    public abstract Block Map(Func<string, string> change);
}

/// <param name="Level">2 or 3: 1 is the section's own.</param>
public sealed record Heading(int Level, string Text) : Block
{
    public override Block Map(Func<string, string> change) => this with { Text = change(Text) };
}

/// <param name="Text">Line breaks are kept.</param>
/// <param name="Lead">Its first words, set strong.</param>
public sealed record Paragraph(string Text, string? Lead = null, bool Quiet = false) : Block
{
    public override Block Map(Func<string, string> change) =>
        this with
        {
            Text = change(Text),
            Lead = Lead is null ? null : change(Lead),
        };
}

/// <summary>A sentence that carries the whole: the vision, a goal.</summary>
public sealed record LargeSentence(string Text) : Block
{
    public override Block Map(Func<string, string> change) => this with { Text = change(Text) };
}

public sealed record Listing(IReadOnlyList<string> Items, bool Numbered = false) : Block
{
    public override Block Map(Func<string, string> change) =>
        this with
        {
            Items = [.. Items.Select(change)],
        };
}

/// <summary>A table with a caption and a head; the first cell of each row names the row.</summary>
/// <param name="IsNamedAbove">The heading over it says what its caption does: the caption is read out, and not shown again.</param>
public sealed record Grid(
    string Caption,
    IReadOnlyList<string> Head,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    bool IsNamedAbove = false
) : Block
{
    public override Block Map(Func<string, string> change) =>
        this with
        {
            Caption = change(Caption),
            Head = [.. Head.Select(change)],
            Rows = [.. Rows.Select(IReadOnlyList<string> (row) => [.. row.Select(change)])],
        };
}

public sealed record Fact(string Name, string Value);

public sealed record Facts(IReadOnlyList<Fact> All) : Block
{
    public override Block Map(Func<string, string> change) =>
        this with
        {
            All = [.. All.Select(fact => new Fact(change(fact.Name), change(fact.Value)))],
        };
}

/// <summary>What the plan does not say yet, told where it is missing.</summary>
public sealed record Gap(string Text) : Block
{
    public override Block Map(Func<string, string> change) => this with { Text = change(Text) };
}

public sealed record GradeMark(string Name, bool IsPlanned);

/// <param name="Title">Says what the line shows, for whoever does not see it.</param>
public sealed record GradeLine(string Title, IReadOnlyList<GradeMark> Grades) : Block
{
    public override Block Map(Func<string, string> change) =>
        this with
        {
            Title = change(Title),
            Grades = [.. Grades.Select(grade => grade with { Name = change(grade.Name) })],
        };
}

/// <summary>Space for one answer in a workbook.</summary>
/// <param name="Code">The prompt's code: by it the answer is read back.</param>
/// <param name="Choices">Empty where the answer is free text.</param>
/// <param name="Lines">How much room to leave on paper.</param>
public sealed record AnswerBox(
    string Code,
    string Question,
    string Help,
    IReadOnlyList<string> Choices,
    string Text,
    int Lines
) : Block
{
    public override Block Map(Func<string, string> change) =>
        this with
        {
            Question = change(Question),
            Help = change(Help),
            Choices = [.. Choices.Select(change)],
            Text = change(Text),
        };
}
