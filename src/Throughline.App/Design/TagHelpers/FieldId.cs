using Microsoft.AspNetCore.Mvc.Rendering;

namespace Throughline.App.Design;

static class FieldId
{
    public static string Of(string name) =>
        TagBuilder.CreateSanitizedId(name, "_") is { Length: > 0 } id ? id : "field";
}
