using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Throughline.Analysis;
using Throughline.Data;

namespace Throughline.App.Cli;

/// <summary>
/// How a command speaks: sentences for people as it goes, or, with <c>--json</c>, exactly one object at the end. Refusals are sentences
/// on standard error either way.
/// </summary>
public sealed class Output(bool json, TextWriter text, TextWriter errors)
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int WrongUsage = 2;

    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Output Of(ParseResult parsed) =>
        new(parsed.GetValue(CommandLine.Json), Console.Out, Console.Error);

    /// <summary>
    /// Runs a command's work. A refusal of the storage, and a file that cannot be read or written, end in a sentence and
    /// <see cref="Refused"/>; anything else is a bug and stays an exception.
    /// </summary>
    public static async Task<int> Run(ParseResult parsed, Func<Output, Task<int>> work)
    {
        var output = Of(parsed);
        try
        {
            return await work(output);
        }
        catch (StorageRefused refused)
        {
            return output.Refuse(refused.Message);
        }
        catch (InputRefusedException refused)
        {
            return output.Refuse(refused.Message);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return output.Refuse(fault.Message);
        }
        catch (OperationCanceledException)
        {
            return output.Refuse("Stopped before it was done.");
        }
    }

    /// <summary>For people only: progress, and what a figure means.</summary>
    public void Say(string sentence)
    {
        if (!json)
        {
            text.WriteLine(sentence);
        }
    }

    /// <summary>How long work stands, and what was left out: on standard error, where it is in nobody's way.</summary>
    public void Note(string sentence) => errors.WriteLine(sentence);

    /// <summary>The result: the object for a script; <paramref name="sentence"/> for people.</summary>
    public int Finish<T>(T result, string sentence, int exit = Done)
    {
        text.WriteLine(json ? JsonSerializer.Serialize(result, Names) : sentence);
        return exit;
    }

    /// <summary>Nothing was changed, and why.</summary>
    public int Refuse(params IReadOnlyList<string> problems)
    {
        foreach (var problem in problems)
        {
            errors.WriteLine(problem);
        }

        if (json)
        {
            text.WriteLine(JsonSerializer.Serialize(new { ok = false, problems }, Names));
        }

        return Refused;
    }
}
