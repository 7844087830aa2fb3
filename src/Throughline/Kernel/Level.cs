namespace Throughline.Kernel;

/// <summary>
/// What belongs to the system's work or to one school's, and the role it takes to write it. There is one rule, and every write is held
/// to it (<see cref="Data.ThroughlineDb.Write{T}"/>): a role held for the whole district counts everywhere, a role held at a school
/// counts at that school, and wherever it does not count its holder reads.
/// </summary>
public interface IAtLevel
{
    /// <summary>Null: the system's. It is the same for a thing's whole life.</summary>
    SchoolId? SchoolId => null;

    /// <summary>The least role that writes it; null where nothing is written yet.</summary>
    Role? WrittenBy => Role.Editor;
}

public static class LevelSentences
{
    public static readonly Sentence NotYours = new("common.not-yours");
}
