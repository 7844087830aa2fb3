using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Throughline.Data;
using Throughline.Feedback.Answering;
using Throughline.Kernel;
using Throughline.Kernel.Languages;
using Throughline.Process.Content;

namespace Throughline.Testing;

/// <summary>
/// A database with one district, one school and one member of each role, and every use case ready to be called:
/// <c>await using var here = await TestWorkspace.Create(kind); var done = await here.Do&lt;RecordDecision&gt;(…)</c>.
/// </summary>
public sealed class TestWorkspace : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    private TestWorkspace(TestDatabase database)
    {
        this.database = database;
        var collection = new ServiceCollection().AddThroughline(database.Storage);
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddSingleton(LanguageFiles.Load(Path.Combine(Repository.Content, "languages")));
        collection.AddSingleton(new ContentFolder(Repository.Content));
        collection.AddSingleton<AnswerIntake>();
        services = collection.BuildServiceProvider(validateScopes: true);
    }

    public static DateTimeOffset Start { get; } = new(2026, 9, 14, 13, 0, 0, TimeSpan.Zero);

    public FakeTimeProvider Clock { get; } = new(Start);

    public IStorage Storage => database.Storage;

    public IServiceProvider Services => services;

    public DistrictId District { get; private set; }

    public SchoolId School { get; private set; }

    public PersonId Lead { get; private set; }

    public static async Task<TestWorkspace> Create(DatabaseKind kind, string slug = "marlow-falls")
    {
        var workspace = new TestWorkspace(await TestDatabase.Create(kind));
        workspace.Lead = await workspace.AddPerson("lead@marlowfalls.example", "Dana Lead");
        (workspace.District, workspace.School) = await workspace.AddDistrict(slug, workspace.Lead);
        return workspace;
    }

    public Doing By(PersonId who, string? why = null) =>
        new(who, Clock.GetUtcNow().UtcDateTime, why);

    /// <summary>Runs something in a scope of its own, in the district, as one request would.</summary>
    public Task<T> In<TService, T>(Func<TService, Task<T>> run)
        where TService : notnull => In(District, Lead, run);

    public async Task<T> In<TService, T>(
        DistrictId? district,
        PersonId? person,
        Func<TService, Task<T>> run
    )
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ThroughlineDb>().Enter(district, person);
        return await run(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task<PersonId> AddPerson(string email, string name)
    {
        var id = Id.New<PersonId>();
        await Write(
            null,
            db =>
                db.Add(
                    new Person
                    {
                        Id = id,
                        Email = email,
                        EmailKey = Person.KeyOf(email),
                        Name = name,
                        JoinedAt = Clock.GetUtcNow().UtcDateTime,
                    }
                )
        );
        return id;
    }

    public async Task<(DistrictId District, SchoolId School)> AddDistrict(
        string slug,
        PersonId lead
    )
    {
        var district = Id.New<DistrictId>();
        var school = new School
        {
            DistrictId = district,
            Id = Id.New<SchoolId>(),
            Name = "Riverside Middle",
            GradesServed = "6,7,8",
        };
        await Write(
            district,
            db =>
            {
                db.Add(
                    new District
                    {
                        Id = district,
                        Slug = slug,
                        Name = "Marlow Falls Public Schools",
                        State = "MA",
                        FoundedAt = Clock.GetUtcNow().UtcDateTime,
                        IsInvented = true,
                    }
                );
                db.Add(school);
                db.Happened("school.listed", school);
            }
        );
        await AddMember(district, lead, Role.Lead);
        return (district, school.Id);
    }

    /// <summary>One more school of the district.</summary>
    public async Task<SchoolId> AddSchool(string name)
    {
        var school = new School
        {
            DistrictId = District,
            Id = Id.New<SchoolId>(),
            Name = name,
            GradesServed = "K,1,2,3,4,5",
        };
        await Write(
            District,
            db =>
            {
                db.Add(school);
                db.Happened("school.listed", school);
            }
        );
        return school.Id;
    }

    public Task AddMember(
        DistrictId district,
        PersonId person,
        Role role,
        SchoolId? school = null
    ) =>
        Write(
            district,
            db =>
            {
                var membership = new Membership
                {
                    DistrictId = district,
                    Id = Id.New<MembershipId>(),
                    PersonId = person,
                    Role = role,
                    SchoolId = school,
                    NameThen = role.ToString(),
                };
                db.Add(membership);
                db.Happened("membership.began", membership);
            }
        );

    public async Task Write(DistrictId? district, Action<ThroughlineDb> change)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughlineDb>();
        await db.Enter(district, null);
        await db.Write<Nothing>(
            Doing.ByServer(Clock.GetUtcNow().UtcDateTime),
            () =>
            {
                change(db);
                return Task.FromResult<Outcome<Nothing>>(Outcome.Done);
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }
}
