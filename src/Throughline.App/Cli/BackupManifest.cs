using System.Text.Json;

namespace Throughline.App.Cli;

/// <summary>One file inside a backup.</summary>
public sealed record BackupEntry(string Name, long Bytes, string Sha256);

/// <summary><c>backup.json</c>: what a backup holds, so that it can be checked before anything is put back.</summary>
public sealed record BackupManifest(
    int Format,
    string Database,
    string Schema,
    DateTimeOffset At,
    IReadOnlyDictionary<string, long> Rows,
    IReadOnlyList<BackupEntry> Entries
)
{
    public const string Name = "backup.json";
    public const int ThisFormat = 1;

    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Names);

    /// <summary>Null where the text is no manifest of a format that this program reads.</summary>
    public static BackupManifest? Read(string json)
    {
        try
        {
            return
                JsonSerializer.Deserialize<BackupManifest>(json, Names)
                    is { Format: ThisFormat, Entries: not null, Rows: not null } read
                ? read
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
