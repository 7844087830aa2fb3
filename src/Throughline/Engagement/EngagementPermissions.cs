using Throughline.Kernel;

namespace Throughline.Engagement;

public static class EngagementPermissions
{
    public const Role Read = Role.Reader;

    public const Role Write = Role.Editor;
}
