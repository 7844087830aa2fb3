namespace Throughline.Feedback.Questionnaires.Reading.LimeSurvey;

/// <summary>What the letters of LimeSurvey's question types stand for.</summary>
internal static class LssKinds
{
    public static QuestionKind? KindOf(string type) =>
        type switch
        {
            "L" or "!" or "O" or "Y" or "G" => QuestionKind.Choice,
            "5" => QuestionKind.Scale,
            "M" or "P" => QuestionKind.Several,
            "A" or "B" or "C" or "E" or "F" or "H" or "1" => QuestionKind.Matrix,
            "R" => QuestionKind.Ranking,
            "S" or "Q" or ";" => QuestionKind.ShortText,
            "T" or "U" => QuestionKind.LongText,
            "N" or "K" or ":" => QuestionKind.Number,
            "D" => QuestionKind.Date,
            "X" => QuestionKind.Note,
            _ => null,
        };

    public static string NameOf(string type) =>
        type switch
        {
            "*" => "equation (*)",
            "|" => "file upload (|)",
            "I" => "language switch (I)",
            "O" => "list with comment (O)",
            "P" => "multiple choice with comments (P)",
            _ => type,
        };

    /// <summary>How many fields a question of fields has; one for every other question.</summary>
    public static int Fields(LssQuestion source) =>
        source.Kind switch
        {
            "Q" or "K" => source.Parts.Count,
            ";" or ":" => source.Parts.Count(part => part.Scale == "0")
                * source.Parts.Count(part => part.Scale == "1"),
            _ => 1,
        };

    /// <summary>The scales whose rows or options the type uses.</summary>
    public static string ScalesOfParts(LssQuestion source) =>
        source.Kind switch
        {
            "Q" or "K" or ";" or ":" => "01",
            "A" or "B" or "C" or "E" or "F" or "H" or "1" or "M" or "P" => "0",
            "R" when source.Answers.Count == 0 => "0",
            _ => "",
        };

    public static string ScalesOfAnswers(LssQuestion source) =>
        source.Kind switch
        {
            "1" => "01",
            "L" or "!" or "O" or "R" or "F" or "H" => "0",
            _ => "",
        };
}
