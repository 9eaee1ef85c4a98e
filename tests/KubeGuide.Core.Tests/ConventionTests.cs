using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace KubeGuide.Core.Tests;

/// <summary>What the code agrees on, where no analyser sees to it.</summary>
public class ConventionTests
{
    private static readonly Assembly Core = typeof(Glossary).Assembly;

    [Fact]
    public void Core_knows_nothing_of_the_web() =>
        Assert.DoesNotContain(Core.GetReferencedAssemblies(), name => name.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    [Fact]
    public void Every_public_type_says_what_it_promises()
    {
        var told = XDocument.Load(Path.ChangeExtension(Core.Location, ".xml")).Descendants("member")
            .Where(member => member.Element("summary") is not null).Select(member => member.Attribute("name")!.Value).ToHashSet(StringComparer.Ordinal);
        Assert.All(Core.GetExportedTypes(), type => Assert.Contains($"T:{type.FullName!.Replace('+', '.')}", told));
    }

    [Fact]
    public void What_is_public_does_not_change_once_it_is_made() => Assert.Empty(
        from type in Core.GetExportedTypes()
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
        where property.SetMethod is { IsPublic: true } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
        select $"{type.Name}.{property.Name}");

    [Fact]
    public void Every_class_is_sealed_unless_it_only_serves_others_as_a_base() =>
        Assert.Empty(Core.GetTypes().Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false }).Select(type => type.FullName));

    [Fact]
    public void No_interface_has_a_single_implementation() => Assert.Empty(
        Core.GetTypes().Where(type => type.IsInterface && Core.GetTypes().Count(other => other.IsClass && type.IsAssignableFrom(other)) < 2).Select(type => type.FullName));
}
