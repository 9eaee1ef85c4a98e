using System.Collections.Immutable;

namespace KubeGuide.Core.Linking;

/// <summary>Which notes mention a concept: mentions read from their other end.</summary>
internal sealed class MentionIndex
{
    private readonly ImmutableArray<LinkedNote> notes;
    private readonly Dictionary<Slug, Mentioning> byConcept;

    private MentionIndex(ImmutableArray<LinkedNote> notes, Dictionary<Slug, Mentioning> byConcept) => (this.notes, this.byConcept) = (notes, byConcept);

    public static MentionIndex Of(ImmutableArray<LinkedNote> notes)
    {
        var byConcept = new Dictionary<Slug, Mentioning>();
        for (var i = 0; i < notes.Length; i++)
        {
            foreach (var mention in notes[i].Mentions)
            {
                if (!byConcept.TryGetValue(mention.To, out var mentioning))
                    byConcept[mention.To] = mentioning = new Mentioning();
                mentioning.Add(i, mention.NamesConcept);
            }
        }

        return new MentionIndex(notes, byConcept);
    }

    /// <summary>The index of notes that differ from the earlier ones only at some places.</summary>
    public MentionIndex With(ImmutableArray<LinkedNote> now, IEnumerable<int> changed)
    {
        var updated = new Dictionary<Slug, Mentioning>(byConcept);
        var copied = new HashSet<Slug>();
        foreach (var i in changed)
        {
            var (before, after) = (MentionedIn(notes[i]), MentionedIn(now[i]));
            foreach (var (concept, names) in before.Except(after))
                Copy(concept).Remove(i, names);
            foreach (var (concept, names) in after.Except(before))
                Copy(concept).Insert(i, names);
        }

        return new MentionIndex(now, updated);

        Mentioning Copy(Slug concept) =>
            copied.Add(concept) ? updated[concept] = new Mentioning(updated.GetValueOrDefault(concept)) : updated[concept];
    }

    /// <summary>Whether the notes name the concept, in their text or in a heading.</summary>
    public bool IsNamed(Slug concept) => byConcept.GetValueOrDefault(concept) is { Naming: > 0 };

    /// <summary>Every mention of the concept, linked or not, in the order of the notes.</summary>
    public IEnumerable<MentionPlace> Of(Slug concept)
    {
        foreach (var i in byConcept.GetValueOrDefault(concept)?.Notes ?? [])
        {
            foreach (var mention in notes[i].Mentions)
            {
                if (mention.To == concept)
                    yield return new MentionPlace(notes[i], mention);
            }
        }
    }

    private static List<(Slug Concept, bool Names)> MentionedIn(LinkedNote note) =>
        [.. note.Mentions.GroupBy(mention => mention.To).Select(mentions => (mentions.Key, mentions.Any(mention => mention.NamesConcept)))];

    /// <summary>The notes that mention one concept.</summary>
    private sealed class Mentioning(Mentioning? copied = null)
    {
        private int lastNaming = -1;

        /// <summary>Ascending places in the list of notes.</summary>
        public List<int> Notes { get; } = copied is null ? [] : [.. copied.Notes];

        /// <summary>How many of them name it.</summary>
        public int Naming { get; private set; } = copied?.Naming ?? 0;

        /// <param name="note">None behind it has been added.</param>
        public void Add(int note, bool names)
        {
            if (Notes.Count == 0 || Notes[^1] != note)
                Notes.Add(note);
            if (!names || lastNaming == note)
                return;
            lastNaming = note;
            Naming++;
        }

        public void Insert(int note, bool names)
        {
            Notes.Insert(~Notes.BinarySearch(note), note);
            Naming += names ? 1 : 0;
        }

        public void Remove(int note, bool names)
        {
            Notes.RemoveAt(Notes.BinarySearch(note));
            Naming -= names ? 1 : 0;
        }
    }
}
