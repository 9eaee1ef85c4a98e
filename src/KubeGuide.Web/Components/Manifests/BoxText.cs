using KubeGuide.Core.Charts;
using KubeGuide.Core.Manifests;

namespace KubeGuide.Web.Components.Manifests;

/// <summary>What a box says, in full: what it is, and above that of which kind.</summary>
/// <param name="Kind">Null where the name is all.</param>
public sealed record BoxText(string? Kind, string Name)
{
    /// <summary>In ems: a long kind.</summary>
    private const double LongestLine = 13;

    public string? ShownKind => Kind is null ? null : TextWidth.Fit(Kind, LongestLine);

    public string ShownName => TextWidth.Fit(Name, LongestLine);

    /// <summary>Whether the box shows less than all.</summary>
    public bool IsCut => ShownName != Name || ShownKind != Kind;

    public override string ToString() => Kind is null ? Name : $"{Kind} {Name}";

    public static BoxText Of(ManifestObject item) => item.Name is { } name ? new BoxText(item.Kind, name) : new BoxText(null, item.Kind);

    /// <summary>Of what a reference points to.</summary>
    public static BoxText TargetOf(ManifestReference reference) => new(reference.Kind, reference.Name);
}
