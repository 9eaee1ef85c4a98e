using System.Buffers;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Linking;

/// <summary>A word found in a run.</summary>
/// <param name="Start">First character in the run.</param>
/// <param name="End">Behind the last one, a dropped <c>ー</c> or combining mark included.</param>
internal readonly record struct Match(int Start, int End, Spelling Spelling);

/// <summary>Finds the words of an index in one run after another, with the same buffers.</summary>
internal sealed class RunScanner(TermIndex index) : IDisposable
{
    private readonly List<Match> matches = [];
    private char[] chars = [];
    private int[] starts = [];
    private int[] ends = [];

    /// <summary>
    /// Leftmost-longest, in order, without overlap; shield words are among them. A candidate that fails at its boundary
    /// or has a space where none may be gives way to the next shorter one. Valid until the next call.
    /// </summary>
    /// <param name="text">The text that decides on boundaries: the run with what stands around it.</param>
    public List<Match> Scan(ReadOnlySpan<char> text, int start, int length)
    {
        matches.Clear();
        Reserve(length);
        var run = text.Slice(start, length);
        var folded = chars.AsSpan(0, Folding.FoldInto(run, chars, starts, ends));
        var automaton = index.Automaton;
        var state = Automaton.Root;
        for (var i = 0; i < folded.Length; i++)
        {
            state = automaton.Next(state, folded[i]);
            if (state == Automaton.Root)
                continue;
            var found = automaton.Longest(state);
            if (found != Automaton.Root && WordEdge.Holds(folded[i], text, start + ends[i], 1))
                KeepLongest(found, i, text, start, run);
        }

        return matches;
    }

    public void Dispose()
    {
        Return();
        (chars, starts, ends) = ([], [], []);
    }

    /// <summary>Tries the words that end at one character, the longest first.</summary>
    private void KeepLongest(int found, int last, ReadOnlySpan<char> text, int start, ReadOnlySpan<char> run)
    {
        var spaces = Gap.Spaces(run, starts, ends, last, index.Word(index.Automaton.Word(found)).Folded.Length);
        for (; found != Automaton.Root; found = index.Automaton.Shorter(found))
        {
            var spelling = index.Word(index.Automaton.Word(found));
            var first = last - spelling.Folded.Length + 1;
            if (spelling.Allows(spaces)
                && WordEdge.Holds(chars[first], text, start + starts[first] - 1, -1)
                && TryKeep(new Match(starts[first], ends[last], spelling)))
                return;
        }
    }

    /// <summary>Words come by their ends: one that starts earlier covers all that start behind it, and yields to what it overlaps in front.</summary>
    private bool TryKeep(Match match)
    {
        var kept = matches.Count;
        while (kept > 0 && matches[kept - 1].Start >= match.Start)
            kept--;
        if (kept > 0 && matches[kept - 1].End > match.Start)
            return false;
        matches.RemoveRange(kept, matches.Count - kept);
        matches.Add(match);
        return true;
    }

    private void Reserve(int length)
    {
        if (chars.Length >= length)
            return;
        Return();
        chars = ArrayPool<char>.Shared.Rent(length);
        starts = ArrayPool<int>.Shared.Rent(chars.Length);
        ends = ArrayPool<int>.Shared.Rent(chars.Length);
    }

    private void Return()
    {
        if (chars.Length == 0)
            return;
        ArrayPool<char>.Shared.Return(chars);
        ArrayPool<int>.Shared.Return(starts);
        ArrayPool<int>.Shared.Return(ends);
    }
}
