using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Concepts;

/// <summary>Slugs and ids that are derived from titles, always the same for the same title.</summary>
public static class ConceptSlug
{
    /// <summary>
    /// A one-word Latin title in lower case, several words in kebab-case; for any other title <c>term-</c> and eight hex
    /// digits of the folded title's SHA-256.
    /// </summary>
    public static Slug Of(string title, out bool isHash)
    {
        isHash = !TryLatin(title, out var slug);
        return slug ?? Slug.Parse("term-" + Hash(Folding.Fold(title)));
    }

    /// <summary>The id of a heading that is no concept and has no id of its own.</summary>
    /// <param name="foldedPath">The folded headings above it and its own, outermost first, a slash between two of them.</param>
    public static string HeadingId(string foldedPath) => "h-" + Hash(foldedPath);

    /// <summary>The id of a block of text.</summary>
    public static string BlockId(string text) => "b-" + Hash(text);

    /// <summary>The id of a group that only its title names.</summary>
    public static string GroupId(string title) => TryLatin(title, out var slug) ? slug.Value : "group-" + Hash(Folding.Fold(title));

    private static bool TryLatin(string title, [NotNullWhen(true)] out Slug? slug)
    {
        slug = null;
        var text = new StringBuilder();
        foreach (var c in title)
        {
            var folded = c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
            if (char.IsAsciiLetterOrDigit(folded))
                text.Append(char.ToLowerInvariant(folded));
            else if (char.IsAscii(folded) || char.IsWhiteSpace(folded))
                text.Append('-');
            else
                return false;
        }

        var words = string.Join('-', text.ToString().Split('-', StringSplitOptions.RemoveEmptyEntries));
        return words.Length <= Slug.MaxLength && Slug.TryParse(words, out slug);
    }

    private static string Hash(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return Convert.ToHexStringLower(hash[..4]);
    }
}
