#pragma warning disable EF9100 // What is replaced here is an inner part of the database library.
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace Throughline.Data;

/// <summary>
/// A query holds a dozen references into the model, each given as a function that is called once. To compile them took a third of
/// what a query waits for when it is first asked; here they are interpreted.
/// </summary>
public sealed class ReadConstants(
    ShapedQueryCompilingExpressionVisitorDependencies dependencies,
    RelationalShapedQueryCompilingExpressionVisitorDependencies relationalDependencies,
    RelationalCommandBuilderDependencies commandDependencies
) : RelationalLiftableConstantProcessor(dependencies, relationalDependencies, commandDependencies)
{
    private readonly MaterializerLiftableConstantContext context = new(dependencies);
    private readonly RelationalMaterializerLiftableConstantContext relational = new(
        dependencies,
        relationalDependencies,
        commandDependencies
    );

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
}
