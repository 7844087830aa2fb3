using Microsoft.EntityFrameworkCore;
using Throughline.Data;
using Throughline.Kernel;

namespace Throughline.People;

public sealed class PeopleMap : IModelMap
{
    public void Map(ModelBuilder model)
    {
        model.Entity<Session>(session =>
        {
            session.HasKey(row => row.Id);
            session.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId);
            session.HasIndex(row => row.PersonId);
        });
        model.Entity<SignInLink>(link =>
        {
            link.HasKey(row => row.Id);
            link.HasIndex(row => row.AttemptId);
            link.HasIndex(row => row.ExpiresAt);
            // Two browsers that spend the same link at the same moment: one gets in.
            link.Property(row => row.SpentAt).IsConcurrencyToken();
        });
        model.Entity<SetUpLink>(link =>
        {
            link.HasKey(row => row.Id);
            link.Property(row => row.SpentAt).IsConcurrencyToken();
        });
        model.Entity<SignInBudget>(budget =>
        {
            budget.HasKey(row => row.Bucket);
            budget.Property(row => row.Version).IsConcurrencyToken();
        });
        model.Entity<Passkey>(passkey =>
        {
            passkey.HasKey(row => row.Id);
            passkey.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId);
            passkey.HasIndex(row => row.PersonId);
            passkey.Property(row => row.SignCount).IsConcurrencyToken();
        });
        model.Entity<PasskeyChallenge>().HasKey(row => row.Id);
        model.Entity<ExternalLogin>(login =>
        {
            login.HasKey(row => new { row.Issuer, row.Subject });
            login.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId);
        });
        model.Entity<OutboxMail>(mail =>
        {
            mail.HasKey(row => row.Id);
            mail.HasIndex(row => new { row.ClosedAt, row.NotBefore });
            mail.HasIndex(row => new { row.RecipientKey, row.EnqueuedAt });
            mail.Property(row => row.Tries).IsConcurrencyToken();
        });
        model.Entity<Invitation>(invitation =>
        {
            invitation.HasIndex(row => new { row.DistrictId, row.TokenHash });
            invitation.HasIndex(row => new { row.DistrictId, row.EmailKey });
            invitation
                .HasOne<School>()
                .WithMany()
                .HasForeignKey(row => new { row.DistrictId, row.SchoolId });
        });
        model.Entity<WaitingInvitation>(waiting =>
        {
            waiting.HasKey(row => row.Id);
            waiting.HasIndex(row => row.AddressKey);
        });
    }
}
