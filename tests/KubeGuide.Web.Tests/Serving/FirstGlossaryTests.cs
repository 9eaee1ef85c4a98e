using System.Net;
using KubeGuide.Core;
using KubeGuide.Core.Catalog;
using KubeGuide.Core.Notes;
using KubeGuide.Web.Endpoints;
using KubeGuide.Web.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KubeGuide.Web.Tests.Serving;

public sealed class FirstGlossaryTests : IAsyncDisposable
{
    private readonly GlossaryStore store = new(new GlossaryBuilder(KubernetesCatalog.Default, NoteLimits.Default), TimeProvider.System);
    private readonly WebApplication app;

    /// <summary>A site whose notes are still being read: <see cref="store"/> has nothing yet.</summary>
    public FirstGlossaryTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(store).AddSingleton(TimeProvider.System).AddSingleton<SiteMeter>().AddSingleton<OpenCircuits>().AddSingleton<Leaving>();
        app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UseRouting();
        app.UseFirstGlossary();
        app.MapProbes();
        app.MapGet("/notes", () => Results.Text(string.Join(' ', store.Current.Glossary.Notes.Select(note => note.Path))));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task What_is_asked_for_before_the_notes_are_read_waits_for_them()
    {
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var reader = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var page = reader.GetStringAsync("/notes", TestContext.Current.CancellationToken);
        using (var ready = await reader.GetAsync("/healthz/ready", TestContext.Current.CancellationToken))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
            Assert.Contains("\"starting\"", await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        Assert.Equal("live\n", await reader.GetStringAsync("/healthz/live", TestContext.Current.CancellationToken));
        Assert.False(page.IsCompleted);
        store.Rebuild(NotesFolder.Scan(RunningSite.Notes("messy-export.md"), NoteLimits.Default));
        Assert.Equal("messy-export.md", await page);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/healthz/ready", TestContext.Current.CancellationToken)).StatusCode);
    }
}
