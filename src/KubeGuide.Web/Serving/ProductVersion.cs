using System.Reflection;

namespace KubeGuide.Web.Serving;

/// <summary>The one version number, as the build has it.</summary>
internal static class ProductVersion
{
    public static string Text { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
