using Throughline.Kernel;

namespace Throughline.People;

public static class PeopleSentences
{
    public static readonly Sentence EnterAnEmail = new("people.refusal.enter-an-email");
    public static readonly Sentence EnterYourName = new("people.refusal.enter-your-name");
    public static readonly Sentence NameTooLong = new(
        "people.refusal.name-too-long",
        PersonName.MaxLength
    );
    public static readonly Sentence NoteTooLong = new(
        "people.refusal.note-too-long",
        Invitation.MaxNoteLength
    );
    public static readonly Sentence EnterTheCode = new("people.refusal.enter-the-code");
    public static readonly Sentence WrongCode = new("people.refusal.wrong-code");
    public static readonly Sentence CodeRanOut = new("people.refusal.code-ran-out");
    public static readonly Sentence UnknownLanguage = new("people.refusal.unknown-language");
    public static readonly Sentence PasskeyRefused = new("people.refusal.passkey");
    public static readonly Sentence PasskeyRanOut = new("people.refusal.passkey-ran-out");
    public static readonly Sentence NameThePasskey = new("people.refusal.name-the-passkey");
    public static readonly Sentence LastLead = new("people.refusal.last-lead");
    public static readonly Sentence ChooseARole = new("people.refusal.choose-a-role");
    public static readonly Sentence UnknownSchool = new("people.refusal.unknown-school");
    public static readonly Sentence UnknownTeamRole = new("people.refusal.unknown-team-role");
    public static readonly Sentence EnterAddresses = new("people.refusal.enter-addresses");
    public static readonly Sentence TooManyAddresses = new(
        "people.refusal.too-many-addresses",
        InviteToTeam.MaxAtOnce
    );

    public static Sentence TooManyTries(TimeSpan wait) =>
        new("people.refusal.too-many-tries", Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes)));

    public static Sentence TooManyMails(string address) =>
        new("people.refusal.too-many-mails", address);

    public static Sentence NobodyHere(string address) => new("people.refusal.nobody-here", address);

    public static Sentence LineIsNoAddress(int line, string text) =>
        new("people.refusal.line-is-no-address", line, Short(text));

    public static Sentence LineIsMember(int line, string text) =>
        new("people.refusal.line-is-member", line, Short(text));

    public static Sentence LineIsInvited(int line, string text) =>
        new("people.refusal.line-is-invited", line, Short(text));

    public static Sentence LineIsTwice(int line, string text) =>
        new("people.refusal.line-is-twice", line, Short(text));

    private static string Short(string text)
    {
        var clean = PersonName.Clean(text.Length > 200 ? text[..200] : text);
        return clean.Length > 60 ? clean[..60] + "…" : clean;
    }
}
