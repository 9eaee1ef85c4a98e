namespace KubeGuide.Core.Manifests.Resolution;

/// <summary>What controllers make of an object of the bundle, under names and labels that are known beforehand.</summary>
internal static class Made
{
    private static readonly FieldPath ClaimNames = new("spec.volumeClaimTemplates[].metadata.name");

    /// <summary>The labels of a workload's Pods, with those of the selector's that its controller puts on one of them.</summary>
    /// <param name="own">Those that the object itself gives them.</param>
    public static IReadOnlyDictionary<string, string> LabelsFor(ManifestItem workload, LabelSelector selector, IReadOnlyDictionary<string, string> own)
    {
        Dictionary<string, string>? labels = null;
        foreach (var (key, value) in selector.Wanted)
        {
            if (Labels(workload, key, value))
                (labels ??= new Dictionary<string, string>(own, StringComparer.Ordinal))[key] = value;
        }

        return labels ?? own;
    }

    /// <summary>Whether a StatefulSet makes a claim of that name for one of its Pods; how many Pods there are may change.</summary>
    public static bool Claims(ManifestItem statefulSet, string name) => statefulSet.Object.Name is { } own
        && ClaimNames.Find(statefulSet.Body).Any(match => match.Node.AsName is { } claim && IsNumbered(name, $"{claim}-{own}-"));

    private static bool Labels(ManifestItem workload, string label, string value) => (workload.Identity, label) switch
    {
        ("StatefulSet", "statefulset.kubernetes.io/pod-name") => workload.Object.Name is { } name && IsNumbered(value, name + "-"),
        ("StatefulSet", "apps.kubernetes.io/pod-index") => IsNumbered(value, ""),
        ("Job", "batch.kubernetes.io/job-name" or "job-name") => value == workload.Object.Name,
        ("Job", "batch.kubernetes.io/controller-uid" or "controller-uid") => true,
        _ => false,
    };

    private static bool IsNumbered(string text, string start) =>
        text.Length > start.Length && text.StartsWith(start, StringComparison.Ordinal) && !text.AsSpan(start.Length).ContainsAnyExceptInRange('0', '9');
}
