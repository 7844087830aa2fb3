using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Throughline.App.Hosting;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.People;
using Throughline.Sample;
using Throughline.Testing;

namespace Throughline.App.Tests.Plan;

/// <summary>A page asks the database the same few questions however much a district has written: none for each row.</summary>
public sealed class QuestionsOfAPageTests(ITestOutputHelper output)
{
    [Fact]
    public async Task The_pages_of_a_full_plan_ask_the_database_little()
    {
        var questions = new CommandCount();
        await using var database = await TestDatabase.Create(DatabaseKind.Sqlite);
        var data = System.IO.Directory.CreateTempSubdirectory("throughline-app").FullName;
        await using var app = WebHost.Build(
            new WebHostOptions(data, "http://127.0.0.1:0") { Storage = database.Storage },
            builder =>
            {
                questions.Watch(builder);
                builder.Logging.SetMinimumLevel(LogLevel.Warning);
            }
        );
        await app.StartAsync();
        var (slug, session) = await SampleAndSession(app.Services);
        using var browser = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        browser.DefaultRequestHeaders.Add("Cookie", "throughline=" + session);
        var asked = new Dictionary<string, int>();
        foreach (
            var page in new[]
            {
                "",
                "/document",
                "/plan",
                "/plan/decisions",
                "/plan/decisions/map",
                "/plan/actions",
                "/plan/responsibilities",
                "/direction",
                "/direction/goals",
                "/process",
                "/team",
            }
        )
        {
            var address = "/d/" + slug + page;
            using var first = await browser.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, first.StatusCode);
            questions.Reset();
            using var again = await browser.GetAsync(address);
            asked[page] = questions.Count;
        }

        await app.StopAsync();
        System.IO.Directory.Delete(data, recursive: true);
        output.WriteLine(string.Join(", ", asked.Select(page => $"{page.Key}: {page.Value}")));
        Assert.All(asked, page => Assert.InRange(page.Value, 1, 60));
    }

    private static async Task<(string Slug, string Session)> SampleAndSession(
        IServiceProvider services
    )
    {
        var doing = Doing.ByServer(TimeProvider.System.GetUtcNow().UtcDateTime);
        await using var scope = services.CreateAsyncScope();
        var answer = await scope.ServiceProvider.GetRequiredService<MakeSample>().Do(doing);
        var made = Assert.IsType<Outcome<MakeSample.Made>.Done>(answer).Value;
        var lead = await scope
            .ServiceProvider.GetRequiredService<ThroughlineDb>()
            .Set<Person>()
            .Where(person => person.Email == made.Lead)
            .Select(person => person.Id)
            .SingleAsync();
        await using var door = services.CreateAsyncScope();
        var session = await door.ServiceProvider.GetRequiredService<BeginSession>().Do(lead, doing);
        return (made.Slug, Assert.IsType<Outcome<string>.Done>(session).Value);
    }
}
