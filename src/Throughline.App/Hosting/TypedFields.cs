using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Features;

namespace Throughline.App.Hosting;

/// <summary>A field of a posted form, to be shown again.</summary>
public sealed record TypedField(string Name, string Value, TypedFieldKind Kind)
{
    /// <summary>The last part of the name, for people: <c>Input.Question</c> is "Question".</summary>
    public string Label => Name[(Name.LastIndexOf('.') + 1)..];
}

public enum TypedFieldKind
{
    /// <summary>Ids, versions, ticks and the form's own token: sent again as they came.</summary>
    Carried,

    /// <summary>What a person wrote: shown, so that it can be read and copied too.</summary>
    Written,

    /// <summary>Never shown again: to be typed again.</summary>
    Secret,

    /// <summary>A page cannot give a file back: to be chosen again.</summary>
    File,
}

public static partial class TypedFields
{
    /// <summary>
    /// Empty where the request carried no form, or one that cannot be read. The form's token goes back as it came: it was made for
    /// this visitor, and a new one cannot be while nobody can be looked up.
    /// </summary>
    public static async Task<IReadOnlyList<TypedField>> Of(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
        {
            return [];
        }

        try
        {
            var form = await http.Request.ReadFormAsync(
                new FormOptions { BufferBody = true },
                http.RequestAborted
            );
            return
            [
                .. from field in form
                from value in field.Value
                select new TypedField(field.Key, value ?? "", KindOf(field.Key, value ?? "")),
                .. form.Files.Select(file => new TypedField(
                    file.Name,
                    file.FileName,
                    TypedFieldKind.File
                )),
            ];
        }
        catch (Exception unreadable)
            when (unreadable is IOException or InvalidDataException or BadHttpRequestException)
        {
            return [];
        }
    }

    private static TypedFieldKind KindOf(string name, string value) =>
        name.StartsWith("__", StringComparison.Ordinal) ? TypedFieldKind.Carried
        : SecretName().IsMatch(name) ? TypedFieldKind.Secret
        : value.Length == 0
        || bool.TryParse(value, out _)
        || Guid.TryParse(value, out _)
        || long.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _)
            ? TypedFieldKind.Carried
        : TypedFieldKind.Written;

    [GeneratedRegex(
        @"password|passphrase|secret|otp|(^|\.)(code|pin|token)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex SecretName();
}
