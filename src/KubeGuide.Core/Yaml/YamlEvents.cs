using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KubeGuide.Core.Yaml;

/// <summary>
/// Reads the YAML of settings event by event: no tree is built, so no nesting and no alias can grow; an alias is an event that nobody
/// follows.
/// </summary>
/// <param name="maxEvents">Keys, values, and beginnings and ends of collections in the whole text.</param>
internal sealed class YamlEvents(string text, int maxEvents)
{
    private const int MaxDepth = 64;

    private readonly Parser parser = new(new StringReader(text));
    private int depth;
    private int events;

    /// <summary>Where the reader stands.</summary>
    public ParsingEvent Current { get; private set; } = new StreamStart();

    /// <summary>Goes on to the first document's root; the stream's end where there is none.</summary>
    /// <exception cref="UnreadableYamlException">As for every step: it is no YAML from here on, or more of it than allowed.</exception>
    public ParsingEvent ToRoot()
    {
        while (Next() is StreamStart or DocumentStart)
        {
        }

        return Current;
    }

    /// <summary>The entries of the mapping that the reader stands on; at each it stands on the value. A key that is no scalar is null.</summary>
    public IEnumerable<(Scalar? Key, Mark Place)> Entries()
    {
        var inside = depth;
        while (Next() is not MappingEnd)
        {
            var entry = (Current as Scalar, Current.Start);
            Leave(inside);
            Next();
            yield return entry;
            Leave(inside);
        }
    }

    /// <summary>The items of the sequence that the reader stands on; at each it stands on the item.</summary>
    public IEnumerable<ParsingEvent> Items()
    {
        var inside = depth;
        while (Next() is not SequenceEnd)
        {
            yield return Current;
            Leave(inside);
        }
    }

    /// <summary>Behind the root: the beginning of another document, or null.</summary>
    public ParsingEvent? SecondDocument() => Next() is DocumentEnd && Next() is DocumentStart ? Current : null;

    private void Leave(int inside)
    {
        while (depth > inside)
            Next();
    }

    private ParsingEvent Next()
    {
        try
        {
            if (!parser.MoveNext())
                throw new UnreadableYamlException(Current.End, "The stream ends inside a node.");
        }
        catch (YamlException fault)
        {
            throw new UnreadableYamlException(fault.Start, fault.Message);
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            // The scanner's own slips: a flow collection that goes on less indented, an escape that is no character.
            throw new UnreadableYamlException(Current.End, fault.Message);
        }

        Current = parser.Current!;
        depth += Current.NestingIncrease;
        if (depth > MaxDepth || ++events > maxEvents)
            throw new UnreadableYamlException(Current.Start, "Nested too deeply, or endless.");
        return Current;
    }
}

/// <summary>Why YAML is not read further, and where.</summary>
internal sealed class UnreadableYamlException(Mark place, string message) : Exception(message)
{
    public Mark Place { get; } = place;
}
