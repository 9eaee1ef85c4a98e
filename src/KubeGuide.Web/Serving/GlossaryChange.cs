using KubeGuide.Core;

namespace KubeGuide.Web.Serving;

/// <summary>What is different between two glossaries, for pages that are open. Null lists mean that anything may be.</summary>
internal sealed record GlossaryChange(string Version, string[]? Concepts, string[]? Notes)
{
    /// <summary>Changed notes, and the concepts that they speak of or mention.</summary>
    public static GlossaryChange Between(Glossary before, Glossary now)
    {
        if (before.Terms.Fingerprint != now.Terms.Fingerprint)
            return new GlossaryChange(now.Version, null, null);
        var old = before.Notes.ToDictionary(note => note.Path, StringComparer.Ordinal);
        var changed = new List<LinkedNote>();
        foreach (var note in now.Notes)
        {
            if (!old.Remove(note.Path, out var known))
                changed.Add(note);
            else if (known.Document.Hash != note.Document.Hash)
                changed.AddRange([known, note]);
        }

        changed.AddRange(old.Values);
        return new GlossaryChange(
            now.Version,
            [.. changed.SelectMany(Touched).Select(slug => slug.Value).Distinct().Order(StringComparer.Ordinal)],
            [.. changed.Select(note => note.Path).Distinct().Order(StringComparer.Ordinal)]);
    }

    private static IEnumerable<Slug> Touched(LinkedNote note) =>
        note.Concepts.Owners.OfType<Slug>().Concat(note.Mentions.Where(mention => mention.IsBacklink).Select(mention => mention.To));
}
