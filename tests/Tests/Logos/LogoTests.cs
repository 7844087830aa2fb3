using DocumentFormat.OpenXml.Packaging;
using Throughline.Kernel;
using Throughline.Kernel.History;
using Throughline.Kernel.Logos;
using Throughline.Publishing.Rendering;
using Throughline.Testing;
using Throughline.Tests.Publishing;
using static Throughline.Tests.Publishing.PublishingBed;
using Placed = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Throughline.Tests.Logos;

/// <summary>A district's logo from the first picture to the last, with its history; and into the documents.</summary>
public sealed class LogoTests
{
    [Theory, EachDatabase]
    public async Task A_logo_is_shown_replaced_brought_back_and_taken_down(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        Assert.Null((await here.District()).Logo);

        var first = Done(await Show(here, Pictures.Png(), "  The falls,\n blue "));
        var shown = (await here.District()).Logo!;
        Assert.Equal(("The falls, blue", 200, 80), (shown.Words, shown.Width, shown.Height));
        Assert.NotEmpty((await Picture(here, shown.File))!);

        Done(await Show(here, Pictures.Png(240), null));
        var second = (await here.District()).Logo!;
        Assert.NotEqual(shown.File, second.File);
        Assert.Equal("Marlow Falls Public Schools", second.Words);

        Done(await Change<BringLogoBack>(here, (use, version, by) => use.Do(first, version, by)));
        Assert.Equal(shown, (await here.District()).Logo);

        Done(await Words(here, "Waterfall"));
        Assert.Equal("Waterfall", (await here.District()).Logo!.Words);
        var gone = await here.In<TakeLogoDown, Outcome<DistrictLogoId>>(async use =>
            await use.Do((await here.District()).Version, here.By(here.Lead))
        );
        Assert.Equal(first, Done(gone));
        Assert.Null((await here.District()).Logo);
        Assert.Equal(2, (await All(here)).Count);
        Assert.Equal(["taken-down", "worded", "brought-back", "shown"], await History(here, first));
    }

    [Fact]
    public async Task The_same_picture_sent_again_is_kept_once()
    {
        await using var here = await TestWorkspace.Create(DatabaseKind.Sqlite);

        var first = Done(await Show(here, Pictures.Png(), "One"));
        var again = Done(await Show(here, Pictures.Png(), "Two"));

        Assert.Equal(first, again);
        Assert.Equal("Two", Assert.Single(await All(here)).Words);
    }

    [Theory, EachDatabase]
    public async Task A_deleted_picture_is_gone_and_is_no_longer_shown(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);
        var logo = Done(await Show(here, Pictures.Png(), null));
        var file = (await here.District()).Logo!.File;

        Done(await Change<DeleteLogo>(here, (use, version, by) => use.Do(logo, version, by)));

        Assert.Null((await here.District()).Logo);
        Assert.Null(await Picture(here, file));
        Assert.Empty(await All(here));
    }

    [Fact]
    public async Task Whoever_saw_other_settings_is_told_and_changes_nothing()
    {
        await using var here = await TestWorkspace.Create(DatabaseKind.Sqlite);
        Done(await Show(here, Pictures.Png(), null));

        var late = await here.In<ShowLogo, Outcome<DistrictLogoId>>(use =>
            use.Do(new ShowLogo.Input(Pictures.Png(300), null, 0), here.By(here.Lead))
        );

        Assert.IsType<Outcome<DistrictLogoId>.Conflicting>(late);
        Assert.Single(await All(here));
    }

    [Fact]
    public async Task Without_a_file_or_with_too_many_words_nothing_is_shown()
    {
        await using var here = await TestWorkspace.Create(DatabaseKind.Sqlite);

        Assert.Equal(["File"], Fields(await Show(here, null, null)));
        Assert.Equal(["File"], Fields(await Show(here, [], null)));
        Assert.Equal(["Words"], Fields(await Show(here, Pictures.Png(), new string('x', 201))));
        Assert.Empty(await All(here));
    }

    [Theory, EachDatabase]
    public async Task Nobody_but_a_lead_of_this_district_puts_up_a_picture_or_sees_its_former_ones(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        var logo = Done(await Show(here, Pictures.Png(), null));
        var file = (await here.District()).Logo!.File;
        var editor = await here.AddPerson("editor@marlowfalls.example", "Ed Editor");
        await here.AddMember(here.District, editor, Role.Editor);
        var stranger = await here.AddPerson("stranger@elsewhere.example", "Sam Stranger");
        var (elsewhere, _) = await here.AddDistrict("elsewhere", stranger);

        var refused = await here.In<ShowLogo, Outcome<DistrictLogoId>>(async use =>
            await use.Do(
                new ShowLogo.Input(Pictures.Png(300), null, (await here.District()).Version),
                here.By(editor)
            )
        );
        Assert.IsType<Outcome<DistrictLogoId>.Refused>(refused);
        Assert.Single(await All(here));

        var theirs = await here.In<BringLogoBack, Outcome<Nothing>>(
            elsewhere,
            stranger,
            use => use.Do(logo, 0, here.By(stranger))
        );
        Assert.IsType<Outcome<Nothing>.Unknown>(theirs);
        Assert.Null(
            await here.In<LogoQueries, byte[]?>(elsewhere, stranger, read => read.Picture(file))
        );
    }

    [Fact]
    public async Task The_plan_its_printed_copy_and_its_word_file_carry_the_logo_with_its_words()
    {
        await using var here = await TestWorkspace.Create(DatabaseKind.Sqlite);
        await here.Fill();
        Done(await Show(here, Pictures.Png(), "The <falls>"));

        var document = await here.Document();
        Assert.Equal("image/png", document.Logo!.ContentType);
        var page = PlanHtml.Page(document, "");
        Assert.Contains("<img src=\"data:image/png;base64,", page);
        Assert.Contains("alt=\"The &lt;falls&gt;\"", page);
        Assert.Contains(
            $"<img src=\"/here/{document.Logo.File}\"",
            PlanHtml.Article(document, "/here/")
        );

        var file = PlanDocx.Write(document, here.Clock.GetUtcNow().UtcDateTime);
        Assert.Empty(WordCheck.Problems(file));
        using var word = WordprocessingDocument.Open(new MemoryStream(file), false);
        var main = word.MainDocumentPart!;
        using var picture = main.ImageParts.Single().GetStream();
        using var copy = new MemoryStream();
        await picture.CopyToAsync(copy);
        Assert.Equal(document.Logo.Picture, copy.ToArray());
        Assert.Equal(
            "The <falls>",
            main.Document!.Descendants<Placed.DocProperties>().Single().Description!.Value
        );
        Assert.NotNull((await here.Workbook(isFilled: false)).Document.Logo);
    }

    [Theory, EachDatabase]
    public async Task A_published_version_keeps_the_logo_that_it_was_published_with(
        DatabaseKind kind
    )
    {
        await using var here = await TestWorkspace.Create(kind);
        var logo = Done(await Show(here, Pictures.Png(), "Then"));
        var then = (await here.District()).Logo!.File;
        Done(await here.Publish(1));

        Done(await Change<DeleteLogo>(here, (use, version, by) => use.Do(logo, version, by)));
        Done(await here.Publish(2));

        var first = await here.Version(1);
        Assert.Contains($"src=\"/plans/marlow-falls/1/logo/{then}\"", first.Body);
        Assert.Equal((then, "Then"), (first.Document.Logo!.File, first.Document.Logo.Words));
        Assert.NotEmpty(first.Document.Logo.Picture);
        Assert.Null((await here.Version(2)).Document.Logo);
    }

    private static Task<Outcome<DistrictLogoId>> Show(
        TestWorkspace here,
        byte[]? file,
        string? words
    ) =>
        here.In<ShowLogo, Outcome<DistrictLogoId>>(async use =>
        {
            here.Clock.Advance(TimeSpan.FromMinutes(1));
            return await use.Do(
                new ShowLogo.Input(
                    file is null ? null : new ReadOnlyMemory<byte>(file),
                    words,
                    (await here.District()).Version
                ),
                here.By(here.Lead)
            );
        });

    private static Task<Outcome<Nothing>> Change<TUseCase>(
        TestWorkspace here,
        Func<TUseCase, int, Doing, Task<Outcome<Nothing>>> change
    )
        where TUseCase : notnull =>
        here.In<TUseCase, Outcome<Nothing>>(async use =>
        {
            here.Clock.Advance(TimeSpan.FromMinutes(1));
            return await change(use, (await here.District()).Version, here.By(here.Lead));
        });

    private static Task<Outcome<Nothing>> Words(TestWorkspace here, string words) =>
        Change<WriteLogoWords>(
            here,
            (use, version, by) => use.Do(new WriteLogoWords.Input(words, version), by)
        );

    private static Task<IReadOnlyList<LogoLine>> All(TestWorkspace here) =>
        here.In<LogoQueries, IReadOnlyList<LogoLine>>(read => read.All());

    private static Task<byte[]?> Picture(TestWorkspace here, string file) =>
        here.In<LogoQueries, byte[]?>(read => read.Picture(file));

    private static async Task<IEnumerable<string>> History(
        TestWorkspace here,
        DistrictLogoId logo
    ) =>
        (
            await here.In<HistoryQueries, IReadOnlyList<HistoryEntry>>(read => read.Of(logo.Value))
        ).Select(entry => entry.Sentence.Replace("happening.logo.", ""));

    private static IEnumerable<string?> Fields(Outcome<DistrictLogoId> outcome) =>
        Assert
            .IsType<Outcome<DistrictLogoId>.Refused>(outcome)
            .Refusals.Select(refusal => refusal.Field);
}
