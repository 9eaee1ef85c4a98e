using System.Text;
using KubeGuide.Core.Concepts;

namespace KubeGuide.Core.Tests.Linking;

/// <summary>Whether a concept that only Kubernetes knows is named in the notes, as notes are saved one after another.</summary>
public sealed class MentionIndexTests
{
    [Theory]
    [InlineData("サービスのこと。", ConceptState.Catalog)]
    [InlineData("サービスのこと。Serviceのこと。", ConceptState.Mentioned)]
    [InlineData("Serviceのこと。サービスのこと。", ConceptState.Mentioned)]
    [InlineData("<!-- nolink -->\nServiceのこと。", ConceptState.Mentioned)]
    [InlineData("別のこと。", ConceptState.Catalog)]
    [InlineData("## Serviceの停止手順\n\n押す。", ConceptState.Mentioned)]
    [InlineData("## サービスの停止手順\n\n押す。", ConceptState.Catalog)]
    public void A_word_that_never_links_names_nothing(string note, ConceptState state)
    {
        Assert.Equal(state, State(Build(null, note)));
        Assert.Equal(state, State(Build(Build(null, "Serviceのこと。"), note)));
        Assert.Equal(state, State(Build(Build(null, "別のこと。"), note)));
    }

    [Fact]
    public void A_concept_is_named_as_long_as_one_note_names_it()
    {
        var glossary = Build(null, "Serviceのこと。", "Serviceのこと。", "サービスのこと。");
        foreach (var (first, second, state) in new[]
        {
            ("別のこと。", "Serviceのこと。", ConceptState.Mentioned), ("Serviceのこと。", "別のこと。", ConceptState.Mentioned), ("サービスのこと。", "別のこと。", ConceptState.Catalog),
            ("サービスのこと。", "サービスとServiceのこと。", ConceptState.Mentioned), ("別のこと。", "サービスのこと。", ConceptState.Catalog),
        })
        {
            glossary = Build(glossary, first, second, "サービスのこと。");
            Assert.Equal(state, State(glossary));
            Assert.Equal(
                glossary.Notes.SelectMany(note => note.Mentions.Where(mention => mention.To.Value == "service").Select(_ => note.Path)),
                glossary.MentionsOf(Slug.Parse("service")).Select(place => place.Note.Path));
        }
    }

    private static Glossary Build(Glossary? previous, params string[] notes) =>
        TestNotes.Build(notes.Select((text, i) => ($"{i}.md", Encoding.UTF8.GetBytes($"# Pod\n\n{text}\n"))), previous);

    private static ConceptState State(Glossary glossary) => glossary.Concepts[Slug.Parse("service")].State;
}
