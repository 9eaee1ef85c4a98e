namespace KubeGuide.Core.Search;

/// <summary>Where a word was found in a document, best first.</summary>
internal enum MatchTier : byte
{
    Name,

    /// <summary>What the query speaks of, without the name.</summary>
    Topic,
    Prefix,

    /// <summary>A later word of a name begins with it.</summary>
    NamePart,
    Near,
    InsideName,
    Heading,
    Definition,
    Body,

    /// <summary>It has the only name among the query's words, and not all of the others.</summary>
    Subject,
    Facts,
    None,
}
