using KubeGuide.Core.Catalog;
using KubeGuide.Core.Rendering;

namespace KubeGuide.Core.Diagnostics;

/// <summary>
/// Manifests in code blocks that a cluster of today refuses. Looks at the <c>apiVersion</c> and <c>kind</c> lines that stand side
/// by side, wherever they are: a shell block may hold a manifest, too. What a diff takes away is not used any more.
/// </summary>
internal static class RemovedApiRule
{
    public static IEnumerable<Diagnostic> Check(NoteText note, KubernetesCatalog catalog)
    {
        foreach (var block in note.Blocks.Where(block => block.Kind == BlockKind.Code && block.Text.Contains("apiVersion:", StringComparison.Ordinal)))
        {
            foreach (var (version, kind, line) in Headers(block))
            {
                if (catalog.TryGetRemovedApi(version, kind) is { } removed)
                    yield return note.At("removed-api", line, version, $"{version} の {kind} は Kubernetes {removed.RemovedIn} で削除されました。", removed.Replacement ?? "代わりはありません");
            }
        }
    }

    /// <summary>Each kind with the apiVersion at the same depth of the same document.</summary>
    private static IEnumerable<(string Version, string Kind, int Line)> Headers(TextBlock block)
    {
        var isDiff = block.Text.AsSpan().IndexOf("\n+") >= 0 || block.Text.StartsWith('+');
        var open = new Dictionary<(int Depth, bool IsVersion), (string Value, int Line)>();
        var number = block.Line - 1;
        foreach (var text in block.Text.Split('\n'))
        {
            number++;
            if (text.StartsWith("---", StringComparison.Ordinal))
                open.Clear();
            if (isDiff && text.StartsWith('-'))
                continue;
            var depth = text.Length - text.TrimStart(' ', '-', '+').Length;
            foreach (var key in open.Keys.Where(key => key.Depth > depth && depth < text.Length).ToList())
                open.Remove(key);
            var isItem = text.AsSpan(0, depth).Contains('-');
            if (isItem)
            {
                open.Remove((depth, true));
                open.Remove((depth, false));
            }

            var isVersion = ValueOf(text, depth, "apiVersion:") is not null;
            if ((ValueOf(text, depth, "apiVersion:") ?? ValueOf(text, depth, "kind:")) is not { } value)
                continue;
            open[(depth, isVersion)] = (value, number);
            if (open.Remove((depth, !isVersion), out var other))
            {
                open.Remove((depth, isVersion));
                yield return isVersion ? (value, other.Value, number) : (other.Value, value, other.Line);
            }
        }
    }

    private static string? ValueOf(string text, int depth, string key)
    {
        if (string.CompareOrdinal(text, depth, key, 0, key.Length) != 0)
            return null;
        var value = text[(depth + key.Length)..];
        var comment = value.IndexOf(" #", StringComparison.Ordinal);
        return (comment < 0 ? value : value[..comment]).Trim().Trim('"', '\'');
    }
}
