using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Throughline.Kernel;

namespace Throughline.App.Hosting;

/// <summary>
/// What both the system and each school have (<see cref="Places"/>) is one set of pages with two addresses: <c>/d/{district}/plan</c>
/// and <c>/d/{district}/schools/{school}/plan</c>.
/// </summary>
public static class SchoolRoutes
{
    private const string District = "d/{district}/";

    /// <summary>Before the district's own, so that a link made on a school's page stays with the school.</summary>
    private const int First = -1;

    public static void Add(PageRouteModel page)
    {
        foreach (var selector in page.Selectors.ToList())
        {
            var template = selector.AttributeRouteModel?.Template?.TrimStart('/');
            if (
                template?.StartsWith(District, StringComparison.Ordinal) != true
                || !Places.AreAtBothLevels(template[District.Length..])
            )
            {
                continue;
            }

            page.Selectors.Add(
                new SelectorModel
                {
                    AttributeRouteModel = new AttributeRouteModel
                    {
                        Order = First,
                        Template = District + "schools/{school}/" + template[District.Length..],
                    },
                }
            );
        }
    }
}
