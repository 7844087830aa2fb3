using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughline.App.Hosting;
using Throughline.Kernel;

namespace Throughline.App.Pages;

/// <summary>
/// What a page asks of its visitor. Every page carries one of these or <see cref="OpenToAllAttribute"/>; a page without either does
/// not open, and a test fails the build. On a handler it asks for more than the page does.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute(Role write = Role.Editor) : Attribute
{
    public Role Read { get; init; } = Role.Reader;

    public Role Write => write;
}

/// <summary>Signed in, but in no district: finding one, one's own account.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsPersonAttribute : Attribute
{
    public bool Host { get; init; }
}

/// <summary>Open to everybody: public plans, sign-in, errors.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenToAllAttribute : Attribute;

public sealed class NeedsFilter : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context) { }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context) { }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var visit = context.HttpContext.RequestServices.GetRequiredService<Visit>();
        var page = context.HandlerInstance.GetType();
        // A page has no answer to verbs like PUT, TRACE or OPTIONS; without this it would be shown without anything having been read.
        context.Result = context.HandlerMethod is null
            ? new StatusCodeResult(StatusCodes.Status405MethodNotAllowed)
            : Check(page, context.HandlerMethod.MethodInfo, visit, context.HttpContext.Request);
    }

    private static IActionResult? Check(
        Type page,
        MethodInfo handler,
        Visit visit,
        HttpRequest request
    )
    {
        if (page.IsDefined(typeof(OpenToAllAttribute), true))
        {
            return null;
        }

        if (visit.Person is null)
        {
            return new RedirectResult(VisitMiddleware.SignInAddress(request));
        }

        if (page.GetCustomAttribute<NeedsPersonAttribute>(true) is { } needsPerson)
        {
            return needsPerson.Host && !visit.Person.IsHost ? new NotFoundResult() : null;
        }

        var needs =
            handler.GetCustomAttribute<NeedsAttribute>()
            ?? page.GetCustomAttribute<NeedsAttribute>(true);
        if (needs is null || visit.Membership is null)
        {
            return new NotFoundResult();
        }

        var needed =
            HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
                ? needs.Read
                : needs.Write;
        return visit.Membership.RoleAt(visit.School?.Id) >= needed
            ? null
            : new StatusCodeResult(StatusCodes.Status403Forbidden);
    }
}
