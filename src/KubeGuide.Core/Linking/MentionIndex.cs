using System.Collections.Immutable;

namespace KubeGuide.Core.Linking;

/// <summary>Which notes mention a concept: mentions read from their other end.</summary>
internal sealed class MentionIndex
{
    private readonly Dictionary<Slug, List<LinkedNote>> notes = [];

    private MentionIndex()
    {
    }

    public static MentionIndex Of(ImmutableArray<LinkedNote> linked)
    {
        var index = new MentionIndex();
        foreach (var note in linked)
        {
            foreach (var mention in note.Mentions)
            {
                if (!index.notes.TryGetValue(mention.To, out var mentioning))
                    index.notes[mention.To] = mentioning = [];
                if (mentioning.Count == 0 || !ReferenceEquals(mentioning[^1], note))
                    mentioning.Add(note);
            }
        }

        return index;
    }

    /// <summary>Every mention of the concept, linked or not, in the order of the notes.</summary>
    public IEnumerable<MentionPlace> Of(Slug concept)
    {
        foreach (var note in notes.GetValueOrDefault(concept) ?? [])
        {
            foreach (var mention in note.Mentions)
            {
                if (mention.To == concept)
                    yield return new MentionPlace(note, mention);
            }
        }
    }
}
