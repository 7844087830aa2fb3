using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Throughline.App.Hosting.Mail;
using Throughline.Data;
using Throughline.Kernel;
using Throughline.People;
using Throughline.Testing;

namespace Throughline.App.Tests.People;

public sealed class OutboxTests
{
    [Theory, EachDatabase]
    public async Task A_mail_survives_a_server_that_refuses_and_goes_out_once(DatabaseKind kind)
    {
        await using var smtp = new SmtpListener { Mood = SmtpMood.RefusesForNow };
        await using var app = await Start(kind, smtp);
        await Enqueue(app, "ana@x.example");
        var delivery = app.Services.GetRequiredService<MailDelivery>();

        Assert.Equal(0, await delivery.SendDue());
        Assert.Empty(smtp.Messages);
        smtp.Mood = SmtpMood.Accepts;
        app.Workspace.Clock.Advance(TimeSpan.FromMinutes(5));
        await Eventually(delivery, smtp, 1);
        app.Workspace.Clock.Advance(TimeSpan.FromHours(2));
        await delivery.SendDue();

        Assert.Single(smtp.Messages);
    }

    [Theory, EachDatabase]
    public async Task A_server_that_hangs_after_the_message_gets_it_twice_at_most_under_one_id(
        DatabaseKind kind
    )
    {
        await using var smtp = new SmtpListener { Mood = SmtpMood.HangsAfterData };
        await using var app = await Start(kind, smtp, seconds: 3);
        await Enqueue(app, "ana@x.example");
        var delivery = app.Services.GetRequiredService<MailDelivery>();
        await delivery.SendDue();
        await Eventually(delivery, smtp, 1);
        // The claim runs two minutes; by then the second try finds a server that answers.
        await Faulted(app);
        smtp.Mood = SmtpMood.Accepts;
        app.Workspace.Clock.Advance(TimeSpan.FromMinutes(5));
        await Eventually(delivery, smtp, 2);
        app.Workspace.Clock.Advance(TimeSpan.FromHours(2));
        await delivery.SendDue();

        Assert.Equal(2, smtp.Messages.Count);
        Assert.Single(smtp.Messages.Select(IdOf).Distinct());
    }

    [Theory, EachDatabase]
    public async Task A_mail_goes_with_its_change_or_not_at_all(DatabaseKind kind)
    {
        await using var here = await TestWorkspace.Create(kind);

        await here.In<ThroughlineDb, Outcome<Nothing>>(db =>
            db.Write<Nothing>(
                here.By(here.Lead),
                async () =>
                {
                    await Outbox.Enqueue(db, LetterTo("ana@x.example"), here.By(here.Lead));
                    return Outcome.Refused(PeopleSentences.LastLead);
                }
            )
        );

        Assert.Equal(0, await here.In<ThroughlineDb, int>(db => db.Set<OutboxMail>().CountAsync()));
    }

    [Theory, EachDatabase]
    public async Task Nothing_that_is_written_becomes_a_header(DatabaseKind kind)
    {
        await using var smtp = new SmtpListener();
        await using var app = await Start(kind, smtp);
        var mail = LetterTo("ana@x.example") with
        {
            ToName = "Ana\r\nBcc: <all@x.example>",
            Subject = "Hello\nX-Evil: yes \u202Eabc",
            Unsubscribe = "https://plan.example/u/1\r\nX-Evil: yes",
        };
        await Enqueue(app, mail);
        var delivery = app.Services.GetRequiredService<MailDelivery>();
        await Eventually(delivery, smtp, 1);

        using var stream = new MemoryStream(
            System.Text.Encoding.UTF8.GetBytes(smtp.Messages.Single())
        );
        var message = await MimeMessage.LoadAsync(stream);

        Assert.Empty(message.Bcc);
        Assert.DoesNotContain(message.Headers, header => header.Field == "X-Evil");
        Assert.Equal("ana@x.example", message.To.Mailboxes.Single().Address);
    }

    [Fact]
    public async Task A_server_without_encryption_gets_no_mail_unless_it_was_said_so()
    {
        await using var smtp = new SmtpListener();
        await using var app = await Start(DatabaseKind.Sqlite, smtp, "starttls");
        await Enqueue(app, "ana@x.example");
        await app.Services.GetRequiredService<MailDelivery>().SendDue();

        Assert.Empty(smtp.Messages);
        await Faulted(app);
    }

    private static Task<RunningApp> Start(
        DatabaseKind kind,
        SmtpListener smtp,
        string security = "none",
        int seconds = 20
    ) =>
        RunningApp.Start(
            kind,
            builder =>
                builder.Services.AddSingleton(
                    new MailSettings
                    {
                        Host = "127.0.0.1",
                        Port = smtp.Port,
                        Security = security,
                        TimeoutSeconds = seconds,
                        From = "plan@marlowfalls.example",
                    }
                )
        );

    private static Mail LetterTo(string address) =>
        new(address, "Ana", "en", "Hello", [new MailPart.Paragraph("A line.")]);

    private static Task<Outcome<Nothing>> Enqueue(RunningApp app, string address) =>
        Enqueue(app, LetterTo(address));

    private static Task<Outcome<Nothing>> Enqueue(RunningApp app, Mail mail) =>
        app.Workspace.In<ThroughlineDb, Outcome<Nothing>>(db =>
            db.Write<Nothing>(
                app.Workspace.By(app.Workspace.Lead),
                async () =>
                    await Outbox.Enqueue(db, mail, app.Workspace.By(app.Workspace.Lead))
                        is { } refused
                        ? refused
                        : Outcome.Done
            )
        );

    /// <summary>The service of the running product may have taken the mail first; either way it arrives.</summary>
    private static async Task Eventually(MailDelivery delivery, SmtpListener smtp, int count)
    {
        for (var tries = 0; tries < 100 && smtp.Messages.Count < count; tries++)
        {
            await delivery.SendDue();
            await Task.Delay(50);
        }

        Assert.Equal(count, smtp.Messages.Count);
    }

    private static async Task Faulted(RunningApp app)
    {
        string? fault = null;
        for (var tries = 0; tries < 100 && fault is null; tries++)
        {
            fault = await app.Workspace.In<ThroughlineDb, string?>(db =>
                db.Set<OutboxMail>().Select(row => row.LastFault).SingleAsync()
            );
            await Task.Delay(50);
        }

        Assert.NotNull(fault);
    }

    private static string IdOf(string message) =>
        message
            .Split('\n')
            .Single(line => line.StartsWith("Message-Id:", StringComparison.OrdinalIgnoreCase));
}
