using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace KubeGuide.Web.Tests;

/// <summary>bUnit asks for a newer AngleSharp.Diffing than the package source may hold; the one beside the tests does.</summary>
internal static class BunitAssemblies
{
    [ModuleInitializer]
    internal static void Resolve() => AssemblyLoadContext.Default.Resolving += (context, name) =>
        name.Name == "AngleSharp.Diffing" ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "AngleSharp.Diffing.dll")) : null;
}
