using System.Collections.Immutable;
using KubeGuide.Core.Diagnostics;

namespace KubeGuide.Core.Manifests;

/// <summary>What a bundle of manifests says: its objects, what they point to, and what is wrong. Values of Secrets are nowhere in it.</summary>
/// <param name="Objects">In the order of the text, the items of lists in the place of the list.</param>
/// <param name="References">By object, then in the order of the object's fields in the catalog.</param>
/// <param name="Findings">By line, column and rule.</param>
public sealed record Manifest(
    ImmutableArray<ManifestObject> Objects, ImmutableArray<ManifestReference> References, ImmutableArray<ManifestFinding> Findings);

/// <summary>An object of the bundle.</summary>
/// <param name="Id"><c>kind/namespace/name</c>; the namespace is empty where it is null. Duplicates share one.</param>
/// <param name="ApiVersion">As written; null where it is missing.</param>
/// <param name="Kind">As written.</param>
/// <param name="Name">Null where the server makes it up (<c>generateName</c>) and for kustomize's files.</param>
/// <param name="Namespace"><c>default</c> where it is left out; null for kinds without one, and where neither the object nor its kind says.</param>
/// <param name="Line">Where the object begins.</param>
/// <param name="Key">Key in the catalog, of the nearest kind for a misspelt one; null outside the catalog.</param>
/// <param name="Concept">The concept that explains the kind; null outside the catalog.</param>
public sealed record ManifestObject(
    string Id, string? ApiVersion, string Kind, string? Name, string? Namespace, int Line, string? Key, Slug? Concept);

/// <summary>Where the target of a reference is.</summary>
public enum TargetState
{
    /// <summary>An object of the bundle.</summary>
    InBundle,

    /// <summary>The Pods that the object makes from its own template.</summary>
    Own,

    /// <summary>Every cluster has it, kustomize generates it, or a controller makes it of an object here.</summary>
    Provided,

    /// <summary>No object at all: a host elsewhere, a user, a group, a provisioner.</summary>
    Outside,

    /// <summary>Not in this bundle.</summary>
    Missing,

    /// <summary>Not in this bundle, and <c>optional: true</c> says that it need not be anywhere.</summary>
    Optional,
}

/// <summary>A field that points to another object. One field with two targets is two references; the same target twice is one.</summary>
/// <param name="From">Id of the object with the field.</param>
/// <param name="Field">Path from the object's root, <c>[]</c> behind lists.</param>
/// <param name="To">Id of the target, where it is in the bundle.</param>
/// <param name="Kind">The target's; <c>Pod</c> for a selector that finds nothing; null where it may be any.</param>
/// <param name="Name">The target's; the selector's text for one that finds nothing.</param>
/// <param name="Type">The relation's type, such as <c>mounts</c>.</param>
/// <param name="TargetKey">Key of what the field is for, for the wording: <c>Pod</c> where a Service selects a Deployment.</param>
/// <param name="Selector">Text of the selector, such as <c>app=web</c>; null for other references.</param>
/// <param name="Concept">The concept that explains the target's kind.</param>
public sealed record ManifestReference(
    string From, string Field, int Line, int Column, string? To, string? Kind, string Name, TargetState State, string Type,
    string TargetKey, string? Selector, Slug? Concept)
{
    /// <summary>Whether it is known what the field points to; not only objects of the bundle are.</summary>
    public bool Resolved => State is not (TargetState.Missing or TargetState.Optional);
}

/// <summary>Something to mend, or to know, about a bundle.</summary>
/// <param name="Rule">One of <c>parse, template, limits, not-an-object, missing-name, removed-api, misspelt-kind, unknown-kind,
/// duplicate-object, empty-selector, missing-port, missing-key, missing-volume, missing-subset, missing-grant,
/// hpa-fixed-replicas, dangling-reference</c>.</param>
/// <param name="Line">Counts from 1, in the text as it was given.</param>
/// <param name="Column">Counts from 1, in UTF-16 units.</param>
/// <param name="Message">Japanese.</param>
/// <param name="Concept">The concept that explains it.</param>
public sealed record ManifestFinding(string Rule, Severity Severity, int Line, int Column, string Message, Slug? Concept);
