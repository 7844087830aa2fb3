using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Throughline.Testing;

namespace Throughline.Analysis.Tests;

/// <summary>The examples of the library's README are compiled and run, and print what stands beside them.</summary>
public sealed partial class ReadmeTests
{
    /// <summary>Usings that a new program has by itself, and a console that only remembers.</summary>
    private const string Around = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;

        public static class Console
        {
            public static List<string> Lines { get; } = [];

            public static void WriteLine(object? value) =>
                Lines.Add(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "");
        }
        """;

    private static readonly Lazy<MetadataReference[]> Libraries = new(() =>
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Select(path => MetadataReference.CreateFromFile(path)),
        ]
    );

    public static TheoryData<string> Headings =>
        [.. Sections().Where(section => Example(section) is not null).Select(HeadingOf)];

    [Theory]
    [MemberData(nameof(Headings))]
    public void An_example_prints_what_stands_beside_it(string heading)
    {
        var code = Example(Sections().Single(section => HeadingOf(section) == heading))!;
        var printed = Printed(code);
        var promised = Promises().Matches(code).Select(match => match.Groups[1].Value.Trim());
        Assert.NotEmpty(promised);
        Assert.All(promised, line => Assert.Contains(line, printed));
    }

    [Fact]
    public void Every_method_has_an_example() =>
        Assert.All(
            Sections(),
            section => Assert.True(Example(section) is not null, HeadingOf(section))
        );

    private static IEnumerable<string> Sections() =>
        File.ReadAllText(Path.Combine(Repository.Root, "src/Throughline.Analysis/README.md"))
            .Split("\n## ")
            .Skip(1);

    private static string HeadingOf(string section) => section[..section.IndexOf('\n')];

    private static string? Example(string section) =>
        Block().Match(section) is { Success: true } block ? block.Groups[1].Value : null;

    private static List<string> Printed(string code)
    {
        var compilation = CSharpCompilation.Create(
            "Example",
            [CSharpSyntaxTree.ParseText(code), CSharpSyntaxTree.ParseText(Around)],
            Libraries.Value,
            new CSharpCompilationOptions(
                OutputKind.ConsoleApplication,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
        using var bytes = new MemoryStream();
        var emitted = compilation.Emit(bytes);
        Assert.Empty(
            emitted.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error)
        );
        var program = Assembly.Load(bytes.ToArray());
        program.EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        return (List<string>)program.GetType("Console")!.GetProperty("Lines")!.GetValue(null)!;
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("WriteLine\\(.*\\); +// (.+)")]
    private static partial Regex Promises();
}
