using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Throughline.Kernel.History;

/// <summary>Which fields of which kinds of thing can be restored, read once from the model.</summary>
internal sealed class RestorableTexts
{
    private static readonly ConcurrentDictionary<IModel, RestorableTexts> Known = new();

    private readonly FrozenDictionary<string, (IEntityType Type, FrozenSet<string> Fields)> kinds;

    private RestorableTexts(IModel model) =>
        kinds = model
            .GetEntityTypes()
            .Where(type => type.ClrType.IsAssignableTo(typeof(IDistrictThing)))
            .Select(type => (Type: type, Fields: FieldsOf(type.ClrType)))
            .Where(kind => kind.Fields.Count > 0)
            .ToFrozenDictionary(kind => KindOf(kind.Type.ClrType), StringComparer.Ordinal);

    public static RestorableTexts In(IModel model) =>
        Known.GetOrAdd(model, key => new RestorableTexts(key));

    public bool Has(string kind, string field) =>
        kinds.TryGetValue(kind, out var found) && found.Fields.Contains(field);

    public IEntityType TypeOf(string kind) => kinds[kind].Type;

    private static FrozenSet<string> FieldsOf(Type type) =>
        type.GetProperties()
            .Where(property => property.IsDefined(typeof(RestorableAttribute), true))
            .Select(property => property.Name)
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The kind is a constant of the class, so that an empty instance knows it.</summary>
    private static string KindOf(Type type) =>
        ((IDistrictThing)RuntimeHelpers.GetUninitializedObject(type)).HistoryKind;
}
