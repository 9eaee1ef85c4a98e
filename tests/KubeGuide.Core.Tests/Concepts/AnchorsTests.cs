using KubeGuide.Core.Concepts;

namespace KubeGuide.Core.Tests.Concepts;

public class AnchorsTests
{
    [Fact]
    public void A_heading_is_reached_by_its_authors_id_else_its_slug_else_a_hash()
    {
        var ids = Ids("前置き。\n\n# Pod\n\n小さい。\n\n## 手順 {#steps}\n\n押す。\n\n## 注意\n\nある。\n\n##\n");
        Assert.Equal(["", "pod", "steps"], ids[..3]);
        Assert.Matches("^h-[0-9a-f]{8}$", ids[3]);
        Assert.Equal("", ids[4]);
    }

    [Fact]
    public void An_id_that_is_there_already_is_counted_on()
    {
        var glossary = TestNotes.Glossary(("note.md", "# Pod\n\n一。\n\n## 手順 {#steps}\n\n二。\n\n## 手順 {#steps}\n\n三。\n\n## 確認 {#pod}\n\n四。\n\n# Pod\n\n五。\n"));
        Assert.Equal(["", "pod", "steps", "steps-2", "pod-2", "pod-3"], glossary.Notes[0].Concepts.Anchors);
        Assert.Equal([3, 4, 5], glossary.Notes[0].Concepts.RepeatedIds);
    }

    [Fact]
    public void A_heading_keeps_its_id_wherever_else_the_note_changes()
    {
        var before = Ids("# Pod\n\n## 手順\n\n押す。\n");
        var after = Ids("# Pod\n\n## 前提\n\n要る。\n\n## 手順\n\n押す。\n");
        Assert.Equal(before[^1], after[^1]);
        Assert.NotEqual(before[^1], Ids("# Node\n\n## 手順\n\n押す。\n")[^1]);
    }

    [Theory]
    [InlineData("Pod Security Admission", "pod-security-admission")]
    [InlineData("ローリング アップデート", "ローリング-アップデート")]
    [InlineData("Pod（ポッド）とは？", "podポッドとは")]
    [InlineData("snake_case-name", "snake_case-name")]
    [InlineData("𠮷野の Pod", "𠮷野の-pod")]
    [InlineData("a  b", "a--b")]
    [InlineData("v1.36", "v136")]
    public void The_id_that_GitHub_gives_is_known(string heading, string id) => Assert.Equal(id, Anchors.GitHubId(heading));

    private static string[] Ids(string note) => [.. TestNotes.Glossary(("note.md", note)).Notes[0].Concepts.Anchors];
}
