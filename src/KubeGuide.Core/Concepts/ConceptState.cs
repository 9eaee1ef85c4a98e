namespace KubeGuide.Core.Concepts;

/// <summary>How much the notes have on a concept; written in lower case in JSON. In the order in which search prefers them.</summary>
public enum ConceptState
{
    /// <summary>There is prose on it.</summary>
    Written,

    /// <summary>There is a heading and no prose.</summary>
    Stub,

    /// <summary>It is named, and has no heading.</summary>
    Mentioned,

    /// <summary>Only Kubernetes knows it.</summary>
    Catalog,
}
