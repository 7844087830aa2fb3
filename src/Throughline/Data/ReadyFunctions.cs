using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Throughline.Data;

/// <summary>
/// A comparison whose functions the build compiled: the library compiles them from the expressions, one by one, when first used.
/// The expressions stay, as queries are made of them.
/// </summary>
public sealed class ReadyComparer<T>(
    Expression<Func<T?, T?, bool>> equalsExpression,
    Expression<Func<T, int>> hashExpression,
    Expression<Func<T, T>> snapshotExpression,
    Func<T?, T?, bool> equals,
    Func<T, int> hash,
    Func<T, T> snapshot
) : ValueComparer<T>(equalsExpression, hashExpression, snapshotExpression)
{
    public override bool Equals(T? left, T? right) => equals(left, right);

    public override int GetHashCode(T instance) => hash(instance);

    public override T Snapshot(T instance) => snapshot(instance);
}

/// <summary>The same for a value that may be missing.</summary>
#pragma warning disable EF1001 // The library keeps it to itself, but writes it into the models that it makes.
public sealed class ReadyNullableComparer<T>(ValueComparer comparer)
    : NullableValueComparer<T>(comparer)
#pragma warning restore EF1001
    where T : struct
{
    private readonly ValueComparer<T> present = (ValueComparer<T>)comparer;

    public override bool Equals(T? left, T? right) =>
        left is { } one && right is { } other
            ? present.Equals(one, other)
            : left.HasValue == right.HasValue;

    public override int GetHashCode(T? instance) =>
        instance is { } value ? present.GetHashCode(value) : 0;

    public override T? Snapshot(T? instance) =>
        instance is { } value ? present.Snapshot(value) : null;
}

/// <summary>A conversion to and from a column, likewise.</summary>
public sealed class ReadyConverter<TModel, TProvider>(
    Expression<Func<TModel, TProvider>> toExpression,
    Expression<Func<TProvider, TModel>> fromExpression,
    Func<TModel, TProvider> to,
    Func<TProvider, TModel> from
) : ValueConverter<TModel, TProvider>(toExpression, fromExpression)
{
    public override Type ModelClrType => typeof(TModel);

    public override Type ProviderClrType => typeof(TProvider);

    public override Func<TModel, TProvider> ConvertToProviderTyped => to;

    public override Func<TProvider, TModel> ConvertFromProviderTyped => from;

    public override Func<object?, object?> ConvertToProvider { get; } =
        value => value is null ? null : to((TModel)value);

    public override Func<object?, object?> ConvertFromProvider { get; } =
        value => value is null ? null : from((TProvider)value);
}
