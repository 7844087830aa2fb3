using System.Net;
using System.Text;
using Throughline.Kernel;

namespace Throughline.People;

/// <summary>A mail as a module writes it: in words, already in the recipient's language.</summary>
public sealed record Mail(
    string ToEmail,
    string ToName,
    string Language,
    string Subject,
    IReadOnlyList<MailPart> Parts
)
{
    /// <summary>Who causes it: at most three mails an hour from one person to one address. Null where the recipient asked for it.</summary>
    public PersonId? Actor { get; init; }

    public string? Unsubscribe { get; init; }

    public DateTime? ExpiresAt { get; init; }

    /// <summary>Stands in the parts where the secret is put in, at the moment of sending.</summary>
    public const string SecretMark = "{secret}";

    /// <summary>What only the recipient may read, encrypted with a key that does not lie in the database.</summary>
    public string? SealedSecret { get; init; }

    public string Text()
    {
        var text = new StringBuilder();
        foreach (var part in Parts)
        {
            text.Append(part.Text()).Append("\r\n\r\n");
        }

        return text.ToString();
    }

    /// <summary>Simple enough for every mail program; all that people wrote is encoded.</summary>
    public string Html()
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html><html lang=\"")
            .Append(WebUtility.HtmlEncode(Language))
            .Append("\"><body style=\"font-family:sans-serif;font-size:16px;line-height:1.5\">");
        foreach (var part in Parts)
        {
            html.Append(part.Html());
        }

        return html.Append("</body></html>").ToString();
    }
}

public abstract record MailPart
{
    public abstract string Text();

    public abstract string Html();

    protected static string Encode(string text) => WebUtility.HtmlEncode(text);

    public sealed record Paragraph(string Words) : MailPart
    {
        public override string Text() => Words;

        public override string Html() => $"<p>{Encode(Words)}</p>";
    }

    /// <summary>What somebody wrote, line by line.</summary>
    public sealed record Quote(string Words) : MailPart
    {
        public override string Text() => "> " + Words.ReplaceLineEndings("\r\n> ");

        public override string Html() =>
            $"<blockquote>{Encode(Words).ReplaceLineEndings("<br>")}</blockquote>";
    }

    public sealed record Code(string Characters) : MailPart
    {
        public override string Text() => Characters;

        public override string Html() =>
            $"<p style=\"font-size:28px;font-family:monospace\">{Encode(Characters)}</p>";
    }

    public sealed record Link(string Label, string Address) : MailPart
    {
        public override string Text() => Label + ":\r\n" + Address;

        public override string Html() =>
            $"<p><a href=\"{Encode(Address)}\">{Encode(Label)}</a></p>";
    }
}
