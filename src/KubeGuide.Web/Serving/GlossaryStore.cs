using KubeGuide.Core;
using KubeGuide.Core.Notes;

namespace KubeGuide.Web.Serving;

/// <summary>Holds the glossary that is served now: the only place where what readers see changes.</summary>
internal sealed class GlossaryStore(GlossaryBuilder builder, TimeProvider clock)
{
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Snapshot? current;

    /// <summary>Raised behind the swap, with the version before and the one now.</summary>
    public event Action<Glossary?, Glossary>? Changed;

    /// <summary>Timestamp of the last swap, by the clock that was given.</summary>
    public long ChangedAt { get; private set; }

    /// <summary>Whether the last build failed, so that what is served is older than the notes.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Whether there is anything to serve.</summary>
    public bool IsReady => current is not null;

    /// <summary>Ends when there is something to serve.</summary>
    public Task Ready => first.Task;

    /// <summary>What is served now.</summary>
    /// <exception cref="InvalidOperationException">Nothing has been built yet.</exception>
    public Snapshot Current => Volatile.Read(ref current) ?? throw new InvalidOperationException("No glossary has been built yet.");

    /// <summary>
    /// Builds from the notes and swaps, then makes the search index, which pages do not wait for. One caller at a time.
    /// What fails is thrown, and what was served before stays.
    /// </summary>
    public void Rebuild(NotesSnapshot notes)
    {
        var before = current?.Glossary;
        try
        {
            Swap(before, builder.Build(notes, before));
            _ = Current.Glossary.Search;
            HasFailed = false;
        }
        catch when (before is not null)
        {
            HasFailed = true;
            Changed?.Invoke(before, before);
            throw;
        }
    }

    private void Swap(Glossary? before, Glossary glossary)
    {
        if (before is not null && before.Version == glossary.Version && before.Diagnostics.SequenceEqual(glossary.Diagnostics))
            return;
        Volatile.Write(ref current, new Snapshot(glossary));
        ChangedAt = clock.GetTimestamp();
        first.TrySetResult();
        Changed?.Invoke(before, glossary);
    }
}
