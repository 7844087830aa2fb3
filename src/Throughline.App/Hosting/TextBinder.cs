using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;
using Throughline.Publishing.Tree;

namespace Throughline.App.Hosting;

/// <summary>
/// Text from routes, queries and forms, without the characters that no page, file or database can hold as text (PostgreSQL refuses
/// a NUL) and those that turn the writing around them. An email address is left as it was typed: mending it would write to another one.
/// </summary>
public sealed class TextBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string) && context.Metadata.PropertyName != "Email"
            ? new TextBinder(
                new SimpleTypeModelBinder(
                    typeof(string),
                    context.Services.GetRequiredService<ILoggerFactory>()
                )
            )
            : null;

    private sealed class TextBinder(SimpleTypeModelBinder inner) : IModelBinder
    {
        public async Task BindModelAsync(ModelBindingContext bindingContext)
        {
            await inner.BindModelAsync(bindingContext);
            if (bindingContext.Result.Model is string text)
            {
                bindingContext.Result = ModelBindingResult.Success(SafeText.Clean(text));
            }
        }
    }
}
