using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Throughline.Kernel;

namespace Throughline.Testing.Sweeping;

/// <summary>One value that a request may carry: its name in the form or query, and what it is read as.</summary>
public sealed record Field(string Name, Type Type)
{
    public bool IsId => Kind.GetInterfaces().Any(IsIdFace) || Kind == typeof(Guid);

    public bool IsText => Kind == typeof(string);

    private Type Kind => Nullable.GetUnderlyingType(Type) ?? Type;

    private static bool IsIdFace(Type face) =>
        face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IId<>);
}

/// <summary>A method of a page that answers requests, found in the pages themselves.</summary>
public sealed record PageHandler(
    string Route,
    string Verb,
    string Name,
    MethodInfo Method,
    Type Page,
    IReadOnlyList<Field> Fields
)
{
    public bool IsPost => Verb == HttpMethods.Post;

    public bool IsOfDistrict => Route.StartsWith("/d/{district}", StringComparison.Ordinal);

    /// <summary>The school's own address of what the district and each school have.</summary>
    public bool IsOfSchool =>
        Route.StartsWith("/d/{district}/schools/{school}/", StringComparison.Ordinal);

    public override string ToString() =>
        $"{Verb} {Route}{(Name.Length > 0 ? "?handler=" + Name : "")}";

    public static async Task<IReadOnlyList<PageHandler>> All(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var pages = services
            .GetRequiredService<IActionDescriptorCollectionProvider>()
            .ActionDescriptors.Items.OfType<PageActionDescriptor>();
        var handlers = new List<PageHandler>();
        foreach (var page in pages)
        {
            var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
            foreach (var method in compiled.HandlerMethods)
            {
                var isGet = method.HttpMethod == "Get";
                handlers.Add(
                    new PageHandler(
                        "/" + page.AttributeRouteInfo!.Template!.TrimStart('/'),
                        method.HttpMethod.ToUpperInvariant(),
                        method.Name ?? "",
                        method.MethodInfo,
                        compiled.ModelTypeInfo!,
                        [.. Bound(compiled, isGet), .. Parameters(method.MethodInfo)]
                    )
                );
            }
        }

        return [.. handlers.OrderBy(one => one.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>Whether a request to this address and with this handler name would come here.</summary>
    public bool Takes(string verb, string path, string name) =>
        verb == Verb
        && name.Equals(Name, StringComparison.OrdinalIgnoreCase)
        && Regex.IsMatch(path, Pattern, RegexOptions.None, TimeSpan.FromSeconds(1));

    /// <summary>Whether this address is a request to this handler.</summary>
    public bool Answers(string address)
    {
        var parts = address.Split('?', 2);
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(
            parts.ElementAtOrDefault(1)
        );
        return Takes(HttpMethods.Get, parts[0], query.GetValueOrDefault("handler").ToString());
    }

    private string Pattern =>
        "^"
        + Regex
            .Replace(Route, @"\{[^/]*\}", "[^/]+", RegexOptions.None, TimeSpan.FromSeconds(1))
            .Replace("/[^/]+?", "(/[^/]+)?", StringComparison.Ordinal)
        + "$";

    private static IEnumerable<Field> Bound(CompiledPageActionDescriptor page, bool isGet)
    {
        foreach (var bound in page.BoundProperties.Cast<PageBoundPropertyDescriptor>())
        {
            var always =
                bound.Property.GetCustomAttribute<BindPropertyAttribute>() is not { } bind
                || bind.SupportsGet;
            if (isGet && !always)
            {
                continue;
            }

            var name = bound.BindingInfo?.BinderModelName ?? bound.Name;
            foreach (var leaf in Leaves(name, bound.Property.PropertyType, 0))
            {
                yield return leaf;
            }
        }
    }

    private static IEnumerable<Field> Parameters(MethodInfo method) =>
        method
            .GetParameters()
            .Where(parameter => parameter.ParameterType != typeof(CancellationToken))
            .SelectMany(parameter => Leaves(parameter.Name!, parameter.ParameterType, 0));

    /// <summary>The values inside a record or list, by the names that the binder reads.</summary>
    private static IEnumerable<Field> Leaves(string name, Type type, int depth)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (IsPlain(plain))
        {
            return [new Field(name, type)];
        }

        if (depth > 4 || plain.IsAssignableTo(typeof(IFormFile)))
        {
            return [];
        }

        if (Dictionary(plain) is { } values)
        {
            return Leaves(name + "[a]", values, depth + 1);
        }

        if (Element(plain) is { } element)
        {
            return IsPlain(Nullable.GetUnderlyingType(element) ?? element)
                ? [new Field(name, element)]
                : Leaves(name + "[0]", element, depth + 1);
        }

        return plain
            .GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.SetMethod is { IsPublic: true })
            .SelectMany(property =>
                Leaves($"{name}.{property.Name}", property.PropertyType, depth + 1)
            );
    }

    private static bool IsPlain(Type type) =>
        type.IsPrimitive
        || type.IsEnum
        || type == typeof(string)
        || type == typeof(decimal)
        || type == typeof(DateOnly)
        || type == typeof(DateTime)
        || type == typeof(Guid)
        || new Field("", type).IsId;

    private static Type? Dictionary(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Dictionary<,>)
            ? type.GetGenericArguments()[1]
            : null;

    private static Type? Element(Type type) =>
        type.IsArray
            ? type.GetElementType()
            : type.GetInterfaces()
                .Append(type)
                .FirstOrDefault(face =>
                    face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>)
                )
                ?.GetGenericArguments()[0];
}
