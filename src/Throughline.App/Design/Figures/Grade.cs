namespace Throughline.App.Design;

/// <summary>A grade as people write it in the page's language ("K", "1"), in its order.</summary>
public sealed record Grade(string Name, bool IsPlanned);

/// <summary>How many students a grade has; null where the source does not say.</summary>
public sealed record GradeCount(string Name, int? Students, bool IsPlanned = false);
