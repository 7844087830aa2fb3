using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Throughline.Kernel;

namespace Throughline.App.Hosting;

/// <summary>
/// A malformed id is an unknown one: the answer is 404 before the page sees the request, so that no page can take it for no id at all.
/// </summary>
public sealed class MalformedIdFilter : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context) { }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context) { }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.ModelState.Values.Any(MalformedId.IsIn))
        {
            context.Result = new NotFoundResult();
        }
    }
}

/// <summary>Marks a value that should have been an id.</summary>
public sealed class MalformedId() : FormatException("This is no id.")
{
    public static bool IsIn(ModelStateEntry entry) =>
        entry.Errors.Any(error => error.Exception is MalformedId);
}

/// <summary>Ids in routes, queries and forms.</summary>
public sealed class IdBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var type =
            Nullable.GetUnderlyingType(context.Metadata.ModelType) ?? context.Metadata.ModelType;
        var isId =
            type.IsValueType
            && type.GetInterfaces()
                .Any(face =>
                    face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IId<>)
                );
        return type == typeof(Guid) ? new IdBinder<AnyId>()
            : isId
                ? (IModelBinder)Activator.CreateInstance(typeof(IdBinder<>).MakeGenericType(type))!
            : null;
    }

    /// <summary>Where a page takes ids of several kinds.</summary>
    private readonly record struct AnyId(Guid Value) : IId<AnyId>
    {
        public static AnyId From(Guid value) => new(value);
    }
}

public sealed class IdBinder<T> : IModelBinder
    where T : struct, IId<T>
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var given = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (given == ValueProviderResult.None || string.IsNullOrEmpty(given.FirstValue))
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, given);
        if (Id.TryParse<T>(given.FirstValue, out var id))
        {
            bindingContext.Result = ModelBindingResult.Success(
                bindingContext.ModelMetadata.UnderlyingOrModelType == typeof(Guid) ? id.Value : id
            );
        }
        else
        {
            bindingContext.ModelState.TryAddModelException(
                bindingContext.ModelName,
                new MalformedId()
            );
        }

        return Task.CompletedTask;
    }
}
