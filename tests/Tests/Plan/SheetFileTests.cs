using System.Text;
using Throughline.Kernel;
using Throughline.Kernel.Tables;

namespace Throughline.Tests.Plan;

/// <summary>CSV files as Excel, Google Sheets and LibreOffice save them.</summary>
public sealed class SheetFileTests
{
    public static TheoryData<byte[]> Saved =>
        new(
            new byte[][]
            {
                Encoding.UTF8.GetBytes("Meta,Año\n"),
                [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("Meta,Año\n")],
                [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Meta,Año\n")],
                [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("Meta,Año\n")],
                [.. "Meta,A"u8, 0xF1, .. "o\n"u8],
            }
        );

    [Theory, MemberData(nameof(Saved))]
    public void Every_way_of_saving_letters_is_read(byte[] file) =>
        Assert.Equal("Meta,Año\n", Assert.IsType<Outcome<string>.Done>(SheetFile.Read(file)).Value);

    [Fact]
    public void What_is_no_text_is_refused_in_a_sentence()
    {
        Assert.Equal("file-is-workbook", Refusal([.. "PK\u0003\u0004"u8, .. new byte[40]]));
        Assert.Equal("file-is-workbook", Refusal([0xD0, 0xCF, 0x11, 0xE0, 1, 2]));
        Assert.Equal("file-is-no-text", Refusal([1, 2, 0, 3]));
        Assert.Equal("file-too-large", Refusal(new byte[SheetFile.MaxBytes + 1]));
    }

    private static string Refusal(byte[] file) =>
        Assert
            .IsType<Outcome<string>.Refused>(SheetFile.Read(file))
            .Refusals.Single()
            .Sentence.Key.Split('.')[^1];
}
