using Throughline.Data;
using Throughline.Kernel;
using Throughline.Kernel.Tables;

namespace Throughline.Plan;

/// <summary>A paste into a plan, which is begun when its first line is written.</summary>
public abstract class PastePlanRows<TThing, TDraft>(ThroughlineDb db)
    : PasteRows<TThing, TDraft>(db)
    where TThing : class
{
    private readonly ThroughlineDb db = db;

    protected override Task<Outcome<PasteDone>> InOneWrite(
        Doing doing,
        Func<Task<Outcome<PasteDone>>> decide,
        CancellationToken cancel
    ) => db.WriteNumbered(doing, decide, cancel);

    protected override async Task Write(
        IReadOnlyList<PlannedRow<TThing, TDraft>> rows,
        SchoolId? school,
        Doing doing,
        CancellationToken cancel
    ) => await Write((await db.OpenPlan(school, cancel))!, rows, doing, cancel);

    protected abstract Task Write(
        ImplementationPlan plan,
        IReadOnlyList<PlannedRow<TThing, TDraft>> rows,
        Doing doing,
        CancellationToken cancel
    );
}
