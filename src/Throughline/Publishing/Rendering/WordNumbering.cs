using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Throughline.Publishing.Rendering;

/// <summary>Bullets, and one numbering for each numbered list.</summary>
internal static class WordNumbering
{
    public const int Bullets = 1;
    public const int FirstNumbered = 2;

    public static Numbering With(int numberedLists)
    {
        var numbering = new Numbering(
            Abstract(0, NumberFormatValues.Bullet, "•"),
            Abstract(1, NumberFormatValues.Decimal, "%1.")
        );
        numbering.Append(
            new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = Bullets }
        );
        for (var i = 0; i < numberedLists; i++)
        {
            numbering.Append(
                new NumberingInstance(
                    new AbstractNumId { Val = 1 },
                    new LevelOverride(new StartOverrideNumberingValue { Val = 1 })
                    {
                        LevelIndex = 0,
                    }
                )
                {
                    NumberID = FirstNumbered + i,
                }
            );
        }

        return numbering;
    }

    private static AbstractNum Abstract(int id, NumberFormatValues format, string text) =>
        new(
            new MultiLevelType { Val = MultiLevelValues.SingleLevel },
            new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = format },
                new LevelText { Val = text },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = "425", Hanging = "283" })
            )
            {
                LevelIndex = 0,
            }
        )
        {
            AbstractNumberId = id,
        };
}
