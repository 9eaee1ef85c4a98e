using System.Collections.Frozen;
using System.Text;
using Bunit;
using KubeGuide.Core;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Notes;
using KubeGuide.Web.Components.Board;
using KubeGuide.Web.Serving;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace KubeGuide.Web.Tests;

public sealed class BoardViewTests : BunitContext
{
    private readonly GlossaryStore store = new(new GlossaryBuilder(KubernetesCatalog.Default, NoteLimits.Default), TimeProvider.System);

    public BoardViewTests()
    {
        Services.AddSingleton(store);
        Services.AddSingleton(new SiteOptions("/notes", "KubeGuide", null, "/guide", null));
        Services.AddSingleton(new AssetUrls("/guide", FrozenDictionary<string, string>.Empty));
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    [Fact]
    public void Saving_a_note_changes_the_board_and_says_so()
    {
        Save("# Pod\n\nSeviceの話。\n");
        var board = Show(BoardFilter.None);
        Assert.Equal("misspelt-term", board.Find(".findings code").TextContent);
        Save("# Pod\n\nServiceの話。\n");
        board.WaitForAssertion(() => Assert.Empty(board.FindAll(".findings li")));
        Assert.Contains("指摘は0件", board.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_filter_holds_while_notes_change()
    {
        Save("# Pod\n\nSeviceとL７の話。\n");
        var board = Show(BoardFilter.None with { Rule = "full-width" });
        Save("# Pod\n\nSeviceとSevice、L７、１つ。\n");
        board.WaitForAssertion(() => Assert.Equal(2, board.FindAll(".findings li").Count));
    }

    [Fact]
    public void Links_carry_the_path_prefix()
    {
        Save("# Pod\n\nSeviceの話。\n");
        var board = Show(BoardFilter.None);
        Assert.All(board.FindAll("a"), link => Assert.StartsWith("/guide/", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Equal("/guide/board", board.Find("form").GetAttribute("action"));
    }

    [Fact]
    public void Concepts_that_nobody_mentions_are_named()
    {
        Save("# API\n\n## Pod\n\nServiceの話。\n\n## Service\n\n本文。\n");
        Assert.Contains(Show(BoardFilter.None).FindAll("[aria-labelledby=unmentioned] a"), link => link.TextContent == "Pod");
        Assert.DoesNotContain(Show(BoardFilter.None).FindAll("[aria-labelledby=unmentioned] a"), link => link.TextContent == "Service");
    }

    [Fact]
    public void Many_findings_are_cut_and_counted()
    {
        Save("# Pod\n\n" + string.Concat(Enumerable.Repeat("L７。\n\n", 1_000)));
        var board = Show(BoardFilter.None);
        Assert.Equal(200, board.FindAll(".findings li").Count);
        Assert.Contains("1000件のうち200件", board.Find("[aria-labelledby=findings] > .hint").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_board_that_was_closed_hears_nothing_more()
    {
        Save("# Pod\n\nSeviceの話。\n");
        var board = Show(BoardFilter.None);
        var renders = board.RenderCount;
        await DisposeComponentsAsync();
        Save("# Pod\n\nServiceの話。\n");
        Assert.Equal(renders, board.RenderCount);
    }

    private IRenderedComponent<BoardView> Show(BoardFilter filter) => Render<BoardView>(parameters => parameters.Add(view => view.Filter, filter));

    private void Save(string note) => store.Rebuild(new NotesSnapshot { Notes = [NoteDecoder.Decode("pods.md", Encoding.UTF8.GetBytes(note)).Note!] });
}
