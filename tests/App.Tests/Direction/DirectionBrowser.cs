using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Throughline.Kernel;
using Throughline.Testing;

namespace Throughline.App.Tests.Direction;

/// <summary>A member's browser in the test's district: opens a page, fills a form of it as it stands, sends it.</summary>
internal sealed class DirectionBrowser(HttpClient client) : IDisposable
{
    private const string Root = "/d/marlow-falls/direction";
    private readonly HtmlParser parser = new();

    public HttpResponseMessage Answer { get; private set; } = null!;

    public IHtmlDocument Page { get; private set; } = null!;

    public static async Task<DirectionBrowser> Of(RunningApp app, PersonId? who = null) =>
        new(await app.Browser(who ?? app.Workspace.Lead));

    public static async Task<DirectionBrowser> OfRole(RunningApp app, Role role)
    {
        var who = await app.Workspace.AddPerson($"{role}@marlowfalls.example", $"The {role}");
        await app.Workspace.AddMember(app.Workspace.District, who, role);
        return await Of(app, who);
    }

    public async Task<DirectionBrowser> Open(string path)
    {
        Answer = await client.GetAsync(
            path.StartsWith("/d/", StringComparison.Ordinal) ? path : Root + path
        );
        await Read();
        return this;
    }

    /// <summary>Sends the form that has this field, with what stands in it and what is given.</summary>
    public async Task<DirectionBrowser> Send(
        string having,
        Dictionary<string, string> typed,
        bool autosave = false
    )
    {
        var form = Page.QuerySelectorAll("form")
            .OfType<IHtmlFormElement>()
            .First(one =>
                one.QuerySelector($"[name='{having}']") is not null
                || one.Action.Contains(having, StringComparison.Ordinal)
                || one.QuerySelector($"button[formaction*='{having}']") is not null
            );
        var button = form.QuerySelector($"button[formaction*='{having}']");
        var fields = form
            .Elements.OfType<IHtmlInputElement>()
            .Where(input => input.Type is not "radio" and not "checkbox" || input.IsChecked)
            .Select(input => (input.Name, input.Value))
            .Concat(
                form.Elements.OfType<IHtmlTextAreaElement>().Select(area => (area.Name, area.Value))
            )
            .Concat(
                form.Elements.OfType<IHtmlSelectElement>()
                    .Select(select => (select.Name, select.Value ?? ""))
            )
            .Where(pair => pair.Name is not null && !typed.ContainsKey(pair.Name))
            .Select(pair => KeyValuePair.Create(pair.Name!, pair.Item2))
            .Concat(typed);
        var action = button?.GetAttribute("formaction") ?? form.GetAttribute("action");
        var here = Answer.RequestMessage!.RequestUri!;
        var address = string.IsNullOrEmpty(action) ? here : new Uri(here, action);
        using var message = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(fields),
        };
        if (autosave)
        {
            message.Headers.Add("X-Autosave", "1");
        }

        Answer = await client.SendAsync(message);
        await Read();
        return this;
    }

    public async Task<DirectionBrowser> Follow() => await Open(Answer.Headers.Location!.ToString());

    public string Text => Page.Body!.TextContent;

    public string FieldOf(string name) =>
        Page.QuerySelector($"[name='{name}']") switch
        {
            IHtmlTextAreaElement area => area.Value,
            IHtmlInputElement input => input.Value,
            _ => "",
        };

    public void Dispose() => client.Dispose();

    private async Task Read() =>
        Page = await parser.ParseDocumentAsync(await Answer.Content.ReadAsStringAsync());
}
