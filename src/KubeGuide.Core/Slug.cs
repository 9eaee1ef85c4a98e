using System.Diagnostics.CodeAnalysis;

namespace KubeGuide.Core;

/// <summary>The last part of a concept's URL: 1 to 80 characters of <c>a-z</c>, <c>0-9</c> and single inner hyphens.</summary>
public sealed record Slug : IComparable<Slug>
{
    public const int MaxLength = 80;

    /// <summary>Kept, because a build compares slugs more often than it makes them.</summary>
    private readonly int hash;

    private Slug(string value) => (Value, hash) = (value, value.GetHashCode(StringComparison.Ordinal));

    public string Value { get; }

    /// <summary>Path-absolute URL of the concept page, without the site's path prefix.</summary>
    public string Url => "/concepts/" + Value;

    /// <summary>Accepts exactly a well-formed slug; nothing is corrected.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Slug? slug)
    {
        slug = null;
        if (text is null || text.Length is 0 or > MaxLength || text[0] == '-' || text[^1] == '-')
            return false;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiLetterLower(text[i]) && !char.IsAsciiDigit(text[i]) && (text[i] != '-' || text[i - 1] == '-'))
                return false;
        }

        slug = new Slug(text);
        return true;
    }

    /// <exception cref="FormatException">The text is not a well-formed slug: for our own constants only.</exception>
    public static Slug Parse(string text) =>
        TryParse(text, out var slug) ? slug : throw new FormatException($"'{text}' is not a slug.");

    public bool Equals(Slug? other) => other is not null && hash == other.hash && Value == other.Value;

    public override int GetHashCode() => hash;

    public int CompareTo(Slug? other) => string.CompareOrdinal(Value, other?.Value);

    public override string ToString() => Value;
}
