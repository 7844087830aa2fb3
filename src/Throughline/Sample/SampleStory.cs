using Throughline.Kernel;

namespace Throughline.Sample;

/// <summary>What the parts of the sample share: the calendar, and who and where everybody is once the district stands.</summary>
internal sealed class SampleStory(SampleDays days)
{
    private readonly Dictionary<SamplePerson, PersonId> people = SamplePeople.All.ToDictionary(
        one => one,
        _ => Id.New<PersonId>()
    );

    private readonly Dictionary<SampleSchool, SchoolId> schools = SampleSchools.All.ToDictionary(
        one => one,
        _ => Id.New<SchoolId>()
    );

    public SampleDays Days => days;

    public DistrictId District { get; } = Id.New<DistrictId>();

    public PersonId Of(SamplePerson person) => people[person];

    public SchoolId Of(SampleSchool school) => schools[school];

    public Doing By(SamplePerson who, int schoolDay, string clock, string? why = null) =>
        new(Of(who), days.At(schoolDay, clock), why);

    /// <summary>The sample asks for nothing that a person could be refused: a refusal here is a bug.</summary>
    public static T Done<T>(Outcome<T> outcome) =>
        outcome switch
        {
            Outcome<T>.Done done => done.Value,
            Outcome<T>.Refused refused => throw new InvalidOperationException(
                "The sample was refused: "
                    + string.Join(
                        "; ",
                        refused.Refusals.Select(one => $"{one.Sentence.Key} ({one.Field})")
                    )
            ),
            _ => throw new InvalidOperationException($"The sample went wrong: {outcome}"),
        };
}
