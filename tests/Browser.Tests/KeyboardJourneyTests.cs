using System.IO.Compression;
using Microsoft.Playwright;
using Throughline.Testing;

namespace Throughline.Browser.Tests;

/// <summary>The whole first journey by keyboard alone, from link to link as the pages lead: from the set-up link to a published plan.</summary>
public sealed class KeyboardJourneyTests
{
    private const string Vision = "Every student in Abington creates with computing.";
    private const string Equity = "English learners take computing as often as anybody.";
    private const string Goal = "Every grade 7 student completes a course.";
    private const string Question = "Which grade has the course first?";
    private const string Action = "Visit a school that teaches it";
    private const string Duty = "Keep the laptops charged";
    private const string Headline =
        "By the class of 2031, at least 30 of every 100 graduates leave with competency in computer science.";

    private static readonly string[] Written =
    [
        Vision,
        Equity,
        Goal,
        Question,
        Action,
        Duty,
        Headline,
    ];

    [Theory, MemberData(nameof(FirstJourneyTests.Ways), MemberType = typeof(FirstJourneyTests))]
    public async Task From_the_set_up_link_to_a_published_plan_and_its_word_file(
        DatabaseKind kind,
        bool script
    )
    {
        await using var here = await FreshInstallation.Start(kind);
        var page = await here.Visit(script);
        var person = new KeyboardUser(page);

        await page.GotoAsync(here.SetUpLink);
        await person.Write("Your name", "Dana Whitfield");
        await person.Write("Your email", "dana@abington.example");
        await person.Send();
        await FindTheDistrict(page, person);
        await BringInATeam(person);
        await AnswerTheFirstQuestion(person);
        await SetADirection(person);
        await Plan(person);

        await person.Follow("Document");
        var file = await person.Download("Download for Word");
        var plan = await WordsOf(file);
        Assert.All(Written, text => Assert.Contains(text, plan));
        await person.Follow("Publish a version");
        await person.Follow("Publish version 1");

        var stranger = await here.Visit(script);
        var reader = new KeyboardUser(stranger);
        await stranger.GotoAsync("/plans/abington");
        foreach (var text in Written)
        {
            await reader.Sees(text);
        }
    }

    private static async Task FindTheDistrict(IPage page, KeyboardUser person)
    {
        await person.Write("Name of the district, town or school", "Abington");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync(".tl-results a");
        await person.Follow("Abington");
        await person.Sees("1,916 students");
        await person.Follow("Open this workspace");
    }

    private static async Task BringInATeam(KeyboardUser person)
    {
        await person.Follow("Invite your team");
        await person.Write("Email addresses", "luis@abington.example");
        await person.Follow("Send the invitations");
        await person.Sees("luis@abington.example");
    }

    private static async Task AnswerTheFirstQuestion(KeyboardUser person)
    {
        await person.Follow("Process");
        await person.Follow("Continue: Form the team");
        await person.Write("Who will carry this work with you?", "Luis, who teaches it");
        await person.Follow("Save");
        await person.Sees("Luis, who teaches it");
    }

    private static async Task SetADirection(KeyboardUser person)
    {
        await person.Follow("Direction");
        await person.Follow("Write the first draft");
        await person.Write("Our vision, draft 1", Vision);
        await person.Follow("Keep as draft 1");
        await person.Follow("Next: Equity goal");
        await person.Write("Our equity goal", Equity);
        await person.Follow("Save");
        await person.Choose("Group", "English learners");
        await person.Follow("Add this group");
        await person.Sees("of 1,916");
        await person.Follow("Next: Headline goal");
        await person.Write("Graduating class", "2031");
        await person.Follow("Save");
        await person.Follow("Next: Goals");
        await person.Follow("Write a goal");
        await person.Write("Goal", Goal);
        await person.Choose("Kind", "Student outcome");
        await person.Choose("By when", "Short term");
        await person.Write("How you will know", "Completions in June");
        await person.Follow("Save");
        await person.Sees(Goal);
    }

    private static async Task Plan(KeyboardUser person)
    {
        await person.Follow("Goals");
        await person.Follow("Next: The plan");
        await person.Write("First day of teaching", "09072027");
        await person.Follow("Save the date");
        await person.Follow("Decisions");
        await person.Follow("Add a decision");
        await person.Write("Question", Question);
        await person.Write("Who decides?", "Superintendent");
        await person.Write("Days before teaching starts", "90");
        await person.Follow("Save the decision");
        // Counted back from the first day of teaching.
        await person.Sees("June 9, 2027");
        await person.Follow("Actions");
        await person.Follow("Add an action");
        await person.Write("What is to be done?", Action);
        await person.Choose("For which goal?", Goal);
        await person.Write("Who does it?", "Luis");
        await person.Write("By when?", "03012027");
        await person.Follow("Save the action");
        await person.Sees(Action);
        await person.Follow("Responsibilities");
        await person.Follow("Add a responsibility");
        await person.Write("What do they hold?", Duty);
        await person.Write("Who?", "Luis");
        await person.Write("What support does it take?", "Two hours a week");
        await person.Follow("Save the responsibility");
        await person.Sees(Duty);
    }

    private static async Task<string> WordsOf(string docx)
    {
        await using var archive = await ZipFile.OpenReadAsync(docx);
        using var body = new StreamReader(await archive.GetEntry("word/document.xml")!.OpenAsync());
        return await body.ReadToEndAsync();
    }
}
