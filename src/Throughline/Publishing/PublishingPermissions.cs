using Throughline.Kernel;

namespace Throughline.Publishing;

public static class PublishingPermissions
{
    /// <summary>The document and the workbook, and their files.</summary>
    public const Role Read = Role.Reader;

    /// <summary>To type a workbook's answers back.</summary>
    public const Role Import = Role.Editor;

    /// <summary>To publish a version and to withdraw one.</summary>
    public const Role Publish = Role.Lead;
}
