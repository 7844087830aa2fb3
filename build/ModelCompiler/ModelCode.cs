using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design.Internal;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Scaffolding;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Data;

namespace ModelCompiler;

/// <summary>
/// Writes the model as C#: a start then neither works it out anew nor compiles, one by one, the thousands of small functions by
/// which rows are read and written.
/// </summary>
public static partial class ModelCode
{
    public static void Write(string database, string space, string folder)
    {
        var options = new DbContextOptionsBuilder<ThroughlineDb>();
        options.ReplaceService<IModelCustomizer, WithoutWalls>();
        _ = database switch
        {
            "sqlite" => options.UseSqlite(),
            "postgres" => options.UseNpgsql(),
            _ => throw new ArgumentException($"There is no database {database}.", nameof(database)),
        };
        // No row is read: the model alone is asked for, so there need be no storage.
        using var db = new ThroughlineDb(options.Options, null!);
        var fresh = Directory.CreateTempSubdirectory("throughline-model");
        try
        {
            Generate(db, space, fresh.FullName);
            Replace(Made(fresh.FullName, space), folder);
        }
        finally
        {
            fresh.Delete(recursive: true);
        }
    }

    private static void Generate(ThroughlineDb db, string space, string folder)
    {
        var here = typeof(ModelCode).Assembly;
        var services = new DesignTimeServicesBuilder(
            here,
            here,
            new OperationReporter(handler: null),
            []
        ).Build(db);
        using var scope = services.CreateScope();
        scope
            .ServiceProvider.GetRequiredService<ICompiledModelScaffolder>()
            .ScaffoldModel(
                db.GetService<IDesignTimeModel>().Model,
                folder,
                new CompiledModelCodeGenerationOptions
                {
                    ContextType = typeof(ThroughlineDb),
                    ModelNamespace = space,
                    Language = "C#",
                    // Only then are the functions for each column written down too.
                    ForNativeAot = true,
                }
            );
    }

    /// <summary>Each file's name and code.</summary>
    private static Dictionary<string, string> Made(string fresh, string space)
    {
        var mappings = new SharedMappings(space);
        var made = Directory
            .EnumerateFiles(fresh)
            .Order(StringComparer.Ordinal)
            .ToDictionary(
                file => Path.GetFileName(file),
                file => mappings.Share(Mended(File.ReadAllText(file)))
            );
        made.Add($"{SharedMappings.Name}.cs", mappings.Code());
        return made;
    }

    /// <summary>A file that says the same keeps its time, so that nothing is compiled again for it.</summary>
    private static void Replace(Dictionary<string, string> made, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, code) in made)
        {
            var place = Path.Combine(folder, name);
            if (!File.Exists(place) || File.ReadAllText(place) != code)
            {
                File.WriteAllText(place, code);
            }
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*.cs"))
        {
            if (!made.ContainsKey(Path.GetFileName(file)))
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>
    /// The generator calls a function's parameter "source", and the variable of a column that is called Source likewise. And it reads
    /// each property by its hidden field, with a function that only a start can compile.
    /// </summary>
    private static string Mended(string code) =>
        HiddenRead()
            .Replace(code, "${row}.${property}")
            .Replace("(IInternalEntry source)", "(IInternalEntry entry)", StringComparison.Ordinal)
            .Replace("(source.Entity", "(entry.Entity", StringComparison.Ordinal)
            .Replace(
                "(source.GetCurrentValue<",
                "(entry.GetCurrentValue<",
                StringComparison.Ordinal
            );

    [GeneratedRegex(
        @"\w+UnsafeAccessors(<\w+>)?\.(?<property>\w+)\((?<row>instance|\(\(\w+\)\((source|entry)\.Entity\)\))\)(?! =[^=])",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex HiddenRead();
}
