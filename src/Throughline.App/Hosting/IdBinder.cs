using Microsoft.AspNetCore.Mvc.ModelBinding;
using Throughline.Kernel;

namespace Throughline.App.Hosting;

/// <summary>Ids in routes and forms. A malformed one is a model error, which pages answer as an unknown one.</summary>
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
        return isId
            ? (IModelBinder)Activator.CreateInstance(typeof(IdBinder<>).MakeGenericType(type))!
            : null;
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
            bindingContext.Result = ModelBindingResult.Success(id);
        }
        else
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, "?");
        }

        return Task.CompletedTask;
    }
}
