using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Feedback.Invitations;
using Throughline.Feedback.OpenData;
using Throughline.Feedback.Opinions;
using Throughline.Feedback.Themes;
using Throughline.Feedback.Written;
using Throughline.Kernel;

namespace Throughline.Feedback;

public sealed class FeedbackMap : IModelMap
{
    public void Map(ModelBuilder model)
    {
        model.Entity<FeedbackRound>(round =>
        {
            round
                .HasOne<School>()
                .WithMany()
                .HasForeignKey(row => new { row.DistrictId, row.SchoolId });
            round
                .Property(row => row.BasisNote)
                .HasConversion(note => note!.ToText(), text => BasisNote.FromText(text));
        });
        model.Entity<RoundForm>(form =>
        {
            form.HasIndex(row => new
                {
                    row.DistrictId,
                    row.RoundId,
                    row.Edition,
                })
                .IsUnique();
            form.HasOne<FeedbackRound>()
                .WithMany()
                .HasForeignKey(row => new { row.DistrictId, row.RoundId });
        });
        model
            .Entity<FeedbackChannel>()
            .HasOne<FeedbackRound>()
            .WithMany()
            .HasForeignKey(row => new { row.DistrictId, row.RoundId });
        model
            .Entity<Theme>()
            .HasOne<FeedbackRound>()
            .WithMany()
            .HasForeignKey(row => new { row.DistrictId, row.RoundId });
        model.Entity<ThemeMark>(mark =>
        {
            mark.HasIndex(row => new { row.DistrictId, row.RoundId });
            mark.HasOne<Theme>()
                .WithMany()
                .HasForeignKey(row => new { row.DistrictId, row.ThemeId });
        });
        model.Entity<TextNote>(note =>
        {
            note.HasIndex(row => new
                {
                    row.DistrictId,
                    row.RoundId,
                    row.AnswerId,
                    row.Field,
                })
                .IsUnique();
            note.HasOne<FeedbackRound>()
                .WithMany()
                .HasForeignKey(row => new { row.DistrictId, row.RoundId });
        });
        model.Entity<StatementRuling>(ruling =>
        {
            ruling
                .HasIndex(row => new
                {
                    row.DistrictId,
                    row.RoundId,
                    row.AnswerId,
                    row.Question,
                })
                .IsUnique();
            ruling
                .HasOne<FeedbackRound>()
                .WithMany()
                .HasForeignKey(row => new { row.DistrictId, row.RoundId });
        });
        model.Entity<PersonalTicket>().HasIndex(row => new { row.DistrictId, row.RoundId });
        model
            .Entity<PersonalTicket>()
            .HasOne<FeedbackRound>()
            .WithMany()
            .HasForeignKey(row => new { row.DistrictId, row.RoundId });
        model
            .Entity<AskedPerson>()
            .HasOne<FeedbackRound>()
            .WithMany()
            .HasForeignKey(row => new { row.DistrictId, row.RoundId });
        model.Entity<PublishedFigures>(figures =>
        {
            figures.HasIndex(row => new { row.DistrictId, row.Number }).IsUnique();
            figures
                .HasOne<FeedbackRound>()
                .WithMany()
                .HasForeignKey(row => new { row.DistrictId, row.RoundId });
        });
        model.Entity<RespondentAddress>().HasKey(row => row.Code);
        model.Entity<Answer>(answer =>
        {
            answer.HasKey(row => new
            {
                row.DistrictId,
                row.RoundId,
                row.Id,
            });
            answer
                .HasOne<FeedbackRound>()
                .WithMany()
                .HasForeignKey(row => new { row.DistrictId, row.RoundId });
        });
    }
}
