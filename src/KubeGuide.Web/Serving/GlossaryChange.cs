using KubeGuide.Core;

namespace KubeGuide.Web.Serving;

/// <summary>What is different between two glossaries, for pages that are open. Null lists mean that anything may be.</summary>
internal sealed record GlossaryChange(string Version, string[]? Concepts, string[]? Notes)
{
    /// <summary>Changed notes, and the concepts that they speak of or mention.</summary>
    public static GlossaryChange Between(Glossary before, Glossary now)
    {
        if (before.Terms != now.Terms)
            return new GlossaryChange(now.Version, null, null);
        var changed = new List<LinkedNote>();
        foreach (var note in now.Notes)
        {
            var known = before.NotesByPath.GetValueOrDefault(note.Path);
            if (known is null)
                changed.Add(note);
            else if (known.Document.Hash != note.Document.Hash)
                changed.AddRange([known, note]);
        }

        changed.AddRange(before.Notes.Where(note => !now.NotesByPath.ContainsKey(note.Path)));
        return new GlossaryChange(
            now.Version,
            [.. changed.SelectMany(Touched).Select(slug => slug.Value).Distinct().Order(StringComparer.Ordinal)],
            [.. changed.Select(note => note.Path).Distinct().Order(StringComparer.Ordinal)]);
    }

    private static IEnumerable<Slug> Touched(LinkedNote note) =>
        note.Concepts.Owners.OfType<Slug>().Concat(note.Mentions.Where(mention => mention.IsBacklink).Select(mention => mention.To));
}
