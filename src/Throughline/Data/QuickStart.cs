using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace Throughline.Data;

/// <summary>What spares a start the work that the build or a test has done for it.</summary>
public static class QuickStart
{
    /// <param name="options">The context's.</param>
    /// <param name="model">The model that the build made for this database.</param>
    public static DbContextOptionsBuilder StartQuickly(
        this DbContextOptionsBuilder options,
        IModel model
    ) =>
        options
            .UseModel(model)
#pragma warning disable EF9100 // An inner part of the database library.
            .ReplaceService<ILiftableConstantProcessor, QuickQueries>()
#pragma warning restore EF9100
            // That the migrations lead to the model is tested; to work it out anew was half of opening a new database.
            .ConfigureWarnings(warnings =>
                warnings.Ignore(RelationalEventId.PendingModelChangesWarning)
            );
}
