using Throughline.Kernel;

namespace Throughline.Process;

public static class ProcessPermissions
{
    public const Role Write = Role.Editor;
}
