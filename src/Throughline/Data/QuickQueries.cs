#pragma warning disable EF9100 // What is replaced here is an inner part of the database library.
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace Throughline.Data;

/// <summary>
/// What a query waits for when it is first asked, mostly compilation, is put off. Its references into the model, a dozen, are given
/// as functions that are called once: they are interpreted; the query itself is, until it is common (<see cref="WarmingQuery{T}" />).
/// </summary>
public sealed class QuickQueries(
    ShapedQueryCompilingExpressionVisitorDependencies dependencies,
    RelationalShapedQueryCompilingExpressionVisitorDependencies relationalDependencies,
    RelationalCommandBuilderDependencies commandDependencies
) : RelationalLiftableConstantProcessor(dependencies, relationalDependencies, commandDependencies)
{
    private static readonly MethodInfo Warming = typeof(QuickQueries).GetMethod(
        nameof(Warm),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    private readonly MaterializerLiftableConstantContext context = new(dependencies);
    private readonly RelationalMaterializerLiftableConstantContext relational = new(
        dependencies,
        relationalDependencies,
        commandDependencies
    );

    /// <summary>The library compiles what this gives back.</summary>
    public override Expression InlineConstants(Expression expression, bool supportsPrecompiledQuery)
    {
        var inlined = base.InlineConstants(expression, supportsPrecompiledQuery);
        return
            inlined is LambdaExpression { Parameters: [var asked] } query
            && asked.Type == typeof(QueryContext)
            ? (Expression)Warming.MakeGenericMethod(query.ReturnType).Invoke(null, [query])!
            : inlined;
    }

    protected override ConstantExpression InlineConstant(
        LiftableConstantExpression liftableConstant
    )
    {
        object? value;
        switch (liftableConstant.ResolverExpression)
        {
            case Expression<Func<MaterializerLiftableConstantContext, object>> resolver:
                value = resolver.Compile(preferInterpretation: true)(context);
                break;
            case Expression<Func<RelationalMaterializerLiftableConstantContext, object>> resolver:
                value = resolver.Compile(preferInterpretation: true)(relational);
                break;
            default:
                return base.InlineConstant(liftableConstant);
        }

        return Expression.Constant(value, liftableConstant.Type);
    }

    private static Expression<Func<QueryContext, TResult>> Warm<TResult>(
        Expression<Func<QueryContext, TResult>> query
    )
    {
        var run = Expression.Constant(WarmingQuery<TResult>.Of(query));
        return Expression.Lambda<Func<QueryContext, TResult>>(
            Expression.Invoke(run, query.Parameters),
            query.Parameters
        );
    }
}
