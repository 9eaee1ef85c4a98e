using System.Collections.Immutable;
using Markdig.Syntax.Inlines;

namespace KubeGuide.Core.Rendering;

/// <summary>A place that an author gave a name by hand, <c>&lt;a name="pod"&gt;&lt;/a&gt;</c>: nothing to see, and a target for links.</summary>
internal static class EmptyAnchor
{
    private const string Close = "</a>";

    /// <summary>Whether a tag is one half of such a place.</summary>
    public static bool Has(HtmlInline tag) => NameOf(tag) is not null || (tag.Tag == Close && tag.PreviousSibling is HtmlInline open && NameOf(open) is not null);

    /// <summary>The names in a heading, or in the paragraph above it.</summary>
    public static ImmutableArray<string> NamesIn(ContainerInline? inlines)
    {
        ImmutableArray<string> names = [];
        for (var inline = inlines?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is HtmlInline tag && NameOf(tag) is { } name)
                names = names.Add(name);
        }

        return names;
    }

    /// <summary>The name that an opening tag gives; null for one with another attribute, or with content.</summary>
    private static string? NameOf(HtmlInline tag)
    {
        if (tag.NextSibling is not HtmlInline { Tag: Close } || !tag.Tag.StartsWith("<a ", StringComparison.Ordinal))
            return null;
        var attribute = tag.Tag.AsSpan(3).TrimEnd('>').Trim();
        var value = attribute.StartsWith("name=") ? attribute[5..] : attribute.StartsWith("id=") ? attribute[3..] : [];
        return value.Length > 2 && value[0] is '"' or '\'' && value[1..].IndexOf(value[0]) == value.Length - 2 ? value[1..^1].ToString() : null;
    }
}
