using System.Collections.Immutable;
using KubeGuide.Core.Catalog;

namespace KubeGuide.Core.Rendering.Code;

/// <summary>The kind that a value of a manifest leads to.</summary>
/// <param name="ApiVersion">Its group decides; null where the manifest leaves it open.</param>
public sealed record ManifestLink(string? ApiVersion, string Kind);

/// <summary>Finds the values in YAML that name a kind: <c>kind</c>, its <c>apiVersion</c>, and the fields that refer to other objects.</summary>
public sealed class ManifestLinks
{
    private readonly Dictionary<YamlPath, Heading> headings = [];

    private ManifestLinks(ImmutableArray<AnnotatedLine> lines)
    {
        foreach (var line in lines)
        {
            foreach (var token in line.Tokens)
            {
                if (IsValue(token) && token.Path is { Parent: { } parent, Name: "apiVersion" or "kind" or "apiGroup" or "group" or "clusterScope" })
                    Note(parent, token.Path.Name, Value(line, token));
            }
        }
    }

    public static ManifestLinks In(ImmutableArray<AnnotatedLine> lines) => new(lines);

    /// <summary>Null for everything that is no such value, keys included.</summary>
    public ManifestLink? Of(AnnotatedLine line, CodeToken token)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (!IsValue(token) || token.Path is not { Parent: { } parent } path)
            return null;
        var heading = headings.GetValueOrDefault(parent);
        return path.Name switch
        {
            "kind" when heading?.Kind is not null => OfKind(path, heading, Value(line, token)),
            "apiVersion" when heading?.Kind is { } kind => new ManifestLink(Value(line, token), kind),
            _ when ReferencePaths.MayEnd(path) => OfReference(path, heading, Value(line, token)),
            _ => null,
        };
    }

    private static bool IsValue(CodeToken token) => token.Kind is TokenKind.Text or TokenKind.Literal;

    private static string Value(AnnotatedLine line, CodeToken token) => line.TextOf(token) is ['"' or '\'', .. var quoted, _] ? quoted.ToString() : line.TextOf(token).ToString();

    private void Note(YamlPath parent, string name, string value)
    {
        var heading = headings.GetValueOrDefault(parent) ?? new Heading(null, null, null);
        headings[parent] = name switch
        {
            "apiVersion" => heading with { ApiVersion = value },
            "kind" => heading with { Kind = value },
            "clusterScope" => heading with { ClusterScope = value },
            _ => heading with { ApiVersion = heading.ApiVersion ?? GroupVersion(value) },
        };
    }

    /// <summary>Any version will do: the catalog looks at the group.</summary>
    private static string GroupVersion(string group) => group.Length == 0 ? "v1" : $"{group}/v1";

    /// <summary>In an object reference without a group the field says which kinds it may be.</summary>
    private ManifestLink OfKind(YamlPath path, Heading heading, string kind)
    {
        if (heading.ApiVersion is null && path.Parent!.Key("name") is { } name && FieldAt(name, out var group) is { Form: ReferenceForm.Objref } field)
            return OfTarget(field, group, kind);
        return new ManifestLink(heading.ApiVersion, kind);
    }

    private ManifestLink? OfReference(YamlPath path, Heading? heading, string value)
    {
        if (FieldAt(path, out var group) is not { } field)
            return null;
        return field.Form switch
        {
            ReferenceForm.Host => IsServiceHost(value) ? OfTarget(field, group, field.Targets[0]) : null,
            ReferenceForm.Objref when heading is { ApiVersion: not null, Kind: { } kind } => new ManifestLink(heading.ApiVersion, kind),
            ReferenceForm.Objref => (heading?.Kind ?? field.DefaultKind ?? field.OnlyTarget) is { } kind ? OfTarget(field, group, kind) : null,
            _ when field.ScopeFlagPath is not null => OfTarget(field, group, field.Targets[heading?.ClusterScope == "true" ? 1 : 0]),
            _ => field.OnlyTarget is { } kind ? OfTarget(field, group, kind) : null,
        };
    }

    /// <summary>A short name or one inside the cluster; a domain may be anything outside.</summary>
    private static bool IsServiceHost(string host) =>
        host.AsSpan().IndexOfAny("*/") < 0 && (!host.Contains('.', StringComparison.Ordinal) || host.Contains(".svc", StringComparison.Ordinal));

    /// <summary>A kind of several groups is the one that the field says, else the one of the object's own group.</summary>
    private static ManifestLink OfTarget(ReferenceField field, string group, string kind)
    {
        var catalog = KubernetesCatalog.Default;
        var entry = catalog.ByKey.GetValueOrDefault(kind)
            ?? catalog.ByKey.GetValueOrDefault($"{kind}@{field.TargetGroup ?? group}");
        return entry?.Facts is { } facts ? new ManifestLink(facts.ApiVersion, facts.Kind) : new ManifestLink(null, kind);
    }

    /// <summary>The reference field whose value stands at a path, by the object around it: a document, or an item of a <c>List</c>.</summary>
    private ReferenceField? FieldAt(YamlPath path, out string group)
    {
        var (root, item) = RootsOf(path);
        var owner = item is not null && headings.GetValueOrDefault(root)?.Kind == "List" ? item : root;
        group = "";
        if (headings.GetValueOrDefault(owner) is not { ApiVersion: { } apiVersion, Kind: { } kind })
            return null;
        if (KubernetesCatalog.Default.TryGetKind(apiVersion, kind) is not { } entry)
            return null;
        group = KubernetesCatalog.GroupOf(apiVersion);
        return ReferencePaths.Find(entry.Key, path.Below(owner));
    }

    private static (YamlPath Root, YamlPath? Item) RootsOf(YamlPath path)
    {
        YamlPath? item = null;
        var root = path;
        while (root.Parent is { } parent)
        {
            if (root.IsItem && parent is { Name: "items", Parent.Parent: null })
                item = root;
            root = parent;
        }

        return (root, item);
    }

    /// <summary>What a mapping says of the object that it is or names.</summary>
    private sealed record Heading(string? ApiVersion, string? Kind, string? ClusterScope);
}
