using System.Collections.Frozen;
using System.Collections.Immutable;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Linking;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Diagnostics;

/// <summary>Slips in single words of the prose.</summary>
internal static class WordRules
{
    /// <param name="slips">From <see cref="Slips"/>.</param>
    public static IEnumerable<Diagnostic> MisspeltJapanese(NoteText note, ImmutableArray<MisspellingJa> slips)
    {
        foreach (var run in note.Prose)
        {
            foreach (var slip in slips)
            {
                var lines = new LineCount(run.Line);
                for (var at = run.Text.IndexOf(slip.Written, StringComparison.Ordinal); at >= 0; at = run.Text.IndexOf(slip.Written, at + slip.Written.Length, StringComparison.Ordinal))
                {
                    var end = at + slip.Written.Length;
                    if (!slip.AtLineEnd || (end == run.Text.Length ? run.IsLast : run.Text[end] == '\n'))
                        yield return note.At("misspelt-japanese", lines.At(run.Text, at), slip.Written, $"「{slip.Written}」は「{slip.Canonical}」の誤りと思われます。", slip.Canonical);
                }
            }
        }
    }

    /// <summary>Listed slips; one of width alone is left to <see cref="FullWidth"/>.</summary>
    public static ImmutableArray<MisspellingJa> Slips(KubernetesCatalog catalog) =>
        [.. catalog.MisspellingsJa.Where(slip => Folding.Fold(slip.Written) != Folding.Fold(slip.Canonical))];

    /// <summary>Runs of letters and digits with a full-width one among them.</summary>
    public static IEnumerable<Diagnostic> FullWidth(NoteText note)
    {
        foreach (var run in note.Prose)
        {
            var (at, lines) = (0, new LineCount(run.Line));
            while (run.Text.AsSpan(at).IndexOfAnyInRange('０', 'ｚ') is var next and >= 0)
            {
                var start = at + next;
                if (!IsFullWidth(run.Text[start]))
                {
                    at = start + 1;
                    continue;
                }

                while (start > at && IsWordCharacter(run.Text[start - 1]))
                    start--;
                var end = start;
                while (end < run.Text.Length && IsWordCharacter(run.Text[end]))
                    end++;
                var written = run.Text[start..end];
                var plain = string.Concat(written.Select(c => IsFullWidth(c) ? (char)(c - 0xFEE0) : c));
                yield return note.At("full-width", lines.At(run.Text, start), written, $"「{written}」に全角の英数字があります。", plain);
                at = end;
            }
        }
    }

    /// <summary>
    /// Names of kinds in another mixture of capitals; all lower case is how kubectl takes them, and stays, and so does what a manifest has
    /// as a field or the note writes as one (<c>clusterIP: None</c>).
    /// </summary>
    /// <param name="names">Names with a capital inside, by their lower-case form.</param>
    /// <param name="fields">From <see cref="FieldNames"/>.</param>
    public static IEnumerable<Diagnostic> OtherCapitals(NoteText note, FrozenDictionary<string, string> names, FrozenSet<string> fields)
    {
        foreach (var run in note.Prose)
        {
            var (at, lines) = (0, new LineCount(run.Line));
            while (NextWord(run.Text, at) is { } word)
            {
                at = word.End.Value;
                var written = run.Text[word];
                if (written.Length > 3 && written.AsSpan(1).IndexOfAnyInRange('A', 'Z') >= 0 | char.IsAsciiLetterUpper(written[0])
                    && names.TryGetValue(written.ToLowerInvariant(), out var name) && name != written
                    && !fields.Contains(written) && (at == run.Text.Length || run.Text[at] != ':')
                    && WordEdge.Holds(written[0], run.Text, word.Start.Value - 1, -1) && WordEdge.Holds(written[^1], run.Text, at, 1))
                    yield return note.At("term-variants", lines.At(run.Text, word.Start.Value), written, $"「{written}」は「{name}」と大文字・小文字が違います。", name);
            }
        }
    }

    /// <summary>Names of the catalog that are written with a capital inside, such as <c>ConfigMap</c>.</summary>
    public static FrozenDictionary<string, string> CapitalisedNames(KubernetesCatalog catalog) =>
        catalog.Entries.Select(entry => entry.Name)
            .Where(name => name.All(char.IsAsciiLetter) && name.AsSpan(1).IndexOfAnyInRange('A', 'Z') >= 0 && name.Any(char.IsAsciiLetterLower))
            .GroupBy(name => name.ToLowerInvariant(), StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    /// <summary>Fields that relations stand on, and those that are named like the value that makes them count (<c>clusterIP</c> of ClusterIP).</summary>
    public static FrozenSet<string> FieldNames(KubernetesCatalog catalog) =>
        catalog.Relations.SelectMany(relation => relation.Field?.Split(' ', ',', '.', '[', ']') ?? [])
            .Concat(catalog.Entries.Where(entry => entry.Field is not null).Select(entry => char.ToLowerInvariant(entry.Name[0]) + entry.Name[1..]))
            .ToFrozenSet(StringComparer.Ordinal);

    private static Range? NextWord(string text, int from)
    {
        while (from < text.Length && !char.IsAsciiLetter(text[from]))
            from++;
        var end = from;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
            end++;
        return end > from ? from..end : null;
    }

    private static bool IsFullWidth(char c) => c is (>= '０' and <= '９') or (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ');

    private static bool IsWordCharacter(char c) => char.IsAsciiLetterOrDigit(c) || IsFullWidth(c);
}
