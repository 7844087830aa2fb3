using System.Text.Json;
using Throughline.Feedback.Answering;
using Throughline.Feedback.Questionnaires;

namespace Throughline.Feedback.Hearing;

/// <summary>
/// Counts answers as they are read, by the entries of one edition and by one segment. An answer that is in two segments (two schools)
/// counts in both, and once in the whole.
/// </summary>
public sealed class RoundTally
{
    /// <summary>Those of whom the segment is not known.</summary>
    public const int Unknown = 0;

    private const int Whole = 0;

    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> byName;
    private readonly string? segmentField;
    private readonly Dictionary<string, int> segments = new(StringComparer.Ordinal);
    private readonly int columns;
    private readonly int[] sizes;

    // Of the answer that is being read.
    private readonly List<(Entry Entry, int Option)> chosen = [];
    private readonly List<int> inSegments = [];

    /// <param name="form">The edition that is counted; entries that it does not have are passed over.</param>
    /// <param name="segment">The question that parts the answers; null counts the whole only.</param>
    public RoundTally(Questionnaire form, Question? segment)
    {
        segmentField = segment?.Code;
        foreach (var option in segment?.Options ?? [])
        {
            segments.Add(option.Code, segments.Count + 1);
        }

        // The whole, those unknown, and each segment.
        columns = segments.Count + 2;
        sizes = new int[columns];
        foreach (var question in form.Questions)
        {
            foreach (var field in AnswerFields.Of(question))
            {
                entries[field] = new Entry(question, field, columns);
            }
        }

        byName = entries.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Answers, in the whole.</summary>
    public int Count => sizes[Whole];

    public int CountOf(string segmentOption) => sizes[segments[segmentOption] + 1];

    public int CountUnknown => sizes[Unknown + 1];

    /// <summary>How often an option of an entry was chosen: in the whole, or in a segment.</summary>
    public int Chosen(string field, string option, string? segmentOption = null) =>
        entries[field].Counts[Index(field, option), Column(segmentOption)];

    /// <summary>How many entered anything in the field.</summary>
    public int Answered(string field, string? segmentOption = null) =>
        entries[field].Answered[Column(segmentOption)];

    /// <summary>How often an option of a ranking stood first.</summary>
    public int First(string field, string option, string? segmentOption = null) =>
        entries[field].First[Index(field, option), Column(segmentOption)];

    /// <summary>The numbers that were entered, in no order.</summary>
    public IReadOnlyList<double> Numbers(string field) => entries[field].Numbers;

    public void Add(ReadOnlySpan<byte> json)
    {
        chosen.Clear();
        inSegments.Clear();
        Span<char> name = stackalloc char[256];
        Span<char> text = stackalloc char[256];
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var length = reader.CopyString(name);
            var isKnown = byName.TryGetValue(name[..length], out var entry);
            reader.Read();
            if (!isKnown)
            {
                reader.Skip();
                continue;
            }

            if (reader.TokenType == JsonTokenType.String)
            {
                Value(entry!, ref reader, text, isFirst: true);
                continue;
            }

            for (
                var isFirst = true;
                reader.Read() && reader.TokenType == JsonTokenType.String;
                isFirst = false
            )
            {
                Value(entry!, ref reader, text, isFirst);
            }
        }

        CountIt();
    }

    /// <summary>An option's place is −1 for what has no options, and moved beyond the options for what stood first.</summary>
    private void Value(Entry entry, ref Utf8JsonReader reader, scoped Span<char> text, bool isFirst)
    {
        if (entry.Options is { } options)
        {
            // A code is short: what is not is none of the options.
            if (reader.ValueSpan.Length > text.Length)
            {
                return;
            }

            var length = reader.CopyString(text);
            if (options.TryGetValue(text[..length], out var option))
            {
                chosen.Add((entry, option));
                if (isFirst && entry.IsRanking)
                {
                    chosen.Add((entry, option + entry.OptionCount));
                }

                if (entry.Field == segmentField)
                {
                    inSegments.Add(option + 1);
                }
            }
        }
        else
        {
            if (
                entry.IsNumber
                && double.TryParse(
                    reader.ValueSpan,
                    System.Globalization.CultureInfo.InvariantCulture,
                    out var number
                )
            )
            {
                entry.Numbers.Add(number);
            }

            chosen.Add((entry, -1));
        }
    }

    private void CountIt()
    {
        if (inSegments.Count == 0)
        {
            inSegments.Add(Unknown);
        }

        CountIn(Whole);
        if (segmentField is not null)
        {
            foreach (var segment in inSegments)
            {
                CountIn(segment + 1);
            }
        }
    }

    private void CountIn(int column)
    {
        sizes[column]++;
        Entry? last = null;
        foreach (var (entry, option) in chosen)
        {
            if (entry != last)
            {
                entry.Answered[column]++;
                last = entry;
            }

            if (option >= entry.OptionCount && entry.IsRanking)
            {
                entry.First[option - entry.OptionCount, column]++;
            }
            else if (option >= 0)
            {
                entry.Counts[option, column]++;
            }
        }
    }

    private int Index(string field, string option)
    {
        var entry = entries[field];
        return entry.Options is { } options && options.TryGetValue(option, out var place)
            ? place
            : throw new ArgumentException($"{field} has no option {option}.", nameof(option));
    }

    private int Column(string? segmentOption) =>
        segmentOption is null ? Whole : segments[segmentOption] + 1;

    private sealed class Entry
    {
        public Entry(Question question, string field, int columns)
        {
            Field = field;
            IsRanking = question.Kind == QuestionKind.Ranking;
            IsNumber = question.Kind == QuestionKind.Number;
            var isText =
                question.Kind
                is QuestionKind.ShortText
                    or QuestionKind.LongText
                    or QuestionKind.Number
                    or QuestionKind.Date;
            if (!isText && field != AnswerFields.Other(question))
            {
                Options = question
                    .Options.Select((option, place) => (option.Code, place))
                    .ToDictionary(pair => pair.Code, pair => pair.place, StringComparer.Ordinal)
                    .GetAlternateLookup<ReadOnlySpan<char>>();
                OptionCount = question.Options.Count;
            }

            Counts = new int[OptionCount, columns];
            First = new int[IsRanking ? OptionCount : 0, columns];
            Answered = new int[columns];
        }

        public string Field { get; }

        public bool IsRanking { get; }

        public bool IsNumber { get; }

        public Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>>? Options { get; }

        public int OptionCount { get; }

        public int[,] Counts { get; }

        public int[,] First { get; }

        public int[] Answered { get; }

        public List<double> Numbers { get; } = [];
    }
}
