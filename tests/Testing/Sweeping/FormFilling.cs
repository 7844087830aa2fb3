using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Throughline.Testing.Sweeping;

/// <summary>What a browser would send of a form in which somebody filled in every blank.</summary>
public static class FormFilling
{
    public const string Words = "Words that somebody typed";

    private const string Token = "__RequestVerificationToken";

    /// <summary>What nobody could guess from the kind of the field: the end of its name, and an answer that is taken.</summary>
    private static readonly (string Name, string Answer)[] Known =
    [
        ("AccentColor", "#7a1f3d"),
        ("Addresses", "somebody@typed.example"),
        ("Input.Text", "Question\tWhat\nWhat shall be decided?\tSomething to do"),
    ];

    /// <summary>One submission for each button that sends.</summary>
    public static IEnumerable<Submission> Of(
        IHtmlFormElement form,
        string page,
        IReadOnlyList<Submission> before
    )
    {
        var fields = Fields(form).ToList();
        var buttons = form.QuerySelectorAll("button:not([type=button]), input[type=submit]")
            .DefaultIfEmpty(null);
        foreach (var button in buttons)
        {
            var action = button?.GetAttribute("formaction") ?? form.GetAttribute("action");
            var pressed = button?.GetAttribute("name") is { Length: > 0 } name
                ? fields.Append(new(name, button.GetAttribute("value") ?? ""))
                : fields;
            yield return new Submission(page, Resolve(page, action), [.. pressed], before)
            {
                Typed = form.QuerySelectorAll(
                        "textarea[name], input[name]:not([type])"
                            + ", input[type=text], input[type=search]"
                    )
                    .Select(control => control.GetAttribute("name")!)
                    .ToHashSet(StringComparer.Ordinal),
                Files =
                [
                    .. form.QuerySelectorAll("input[type=file][name]")
                        .Select(control => control.GetAttribute("name")!),
                ],
            };
        }
    }

    /// <summary>Where a form leads that asks for a page: a filter, a search.</summary>
    public static string AddressOf(IHtmlFormElement form, string page)
    {
        var path = Resolve(page, form.GetAttribute("action")).Split('?')[0];
        var query = Fields(form)
            .Where(field => field.Value.Length > 0)
            .Select(field =>
                $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"
            );
        return path + "?" + string.Join('&', query);
    }

    private static string Resolve(string page, string? action) =>
        string.IsNullOrEmpty(action)
            ? page
            : new Uri(new Uri("http://here" + page), action).PathAndQuery;

    private static IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form)
    {
        var answered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var control in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            var name = control.GetAttribute("name")!;
            if (name == Token || control.HasAttribute("disabled"))
            {
                continue;
            }

            switch (control)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox" } box:
                    if (IsChosen(form, box, answered))
                    {
                        yield return new(name, box.GetAttribute("value") ?? "on");
                    }

                    break;
                case IHtmlInputElement { Type: "submit" or "button" or "file" }:
                    break;
                case IHtmlInputElement input:
                    yield return new(name, Typed(input));
                    break;
                case IHtmlTextAreaElement area:
                    yield return new(name, area.Value.Length > 0 ? area.Value : Answer(name));
                    break;
                case IHtmlSelectElement select:
                    yield return new(name, Selected(select));
                    break;
            }
        }
    }

    /// <summary>What is ticked; of a question without any tick the first answer.</summary>
    private static bool IsChosen(
        IHtmlFormElement form,
        IHtmlInputElement box,
        HashSet<string> answered
    )
    {
        var name = box.GetAttribute("name")!;
        var any = form.QuerySelectorAll<IHtmlInputElement>("input:checked")
            .Any(other => other.GetAttribute("name") == name);
        return any ? box.HasAttribute("checked") : answered.Add(name);
    }

    private static string Typed(IHtmlInputElement input)
    {
        if (input.Value.Length > 0 || input.Type == "hidden")
        {
            return input.Value;
        }

        return input.Type switch
        {
            "email" => "somebody@typed.example",
            "date" => "2026-09-14",
            "number" => input.GetAttribute("min") ?? "1",
            "color" => "#7a1f3d",
            _ when input.GetAttribute("inputmode") is "numeric" or "decimal" => "1",
            _ => Answer(input.Name!),
        };
    }

    /// <summary>Whether a field takes something else than words.</summary>
    public static bool HasAnswer(string name, string value) =>
        value == "1" || (Answer(name) == value && value != Words);

    private static string Answer(string name) =>
        Known.FirstOrDefault(one => name.EndsWith(one.Name, StringComparison.Ordinal)).Answer
        ?? Words;

    private static string Selected(IHtmlSelectElement select)
    {
        var options = select.QuerySelectorAll("option").ToList();
        var value = options
            .FirstOrDefault(option => option.HasAttribute("selected"))
            ?.GetAttribute("value");
        return string.IsNullOrEmpty(value)
            ? options
                .Select(option => option.GetAttribute("value"))
                .FirstOrDefault(one => !string.IsNullOrEmpty(one))
                ?? ""
            : value;
    }
}
