using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace KubeGuide.Core.References;

/// <summary>The two forms of a host: what machines look up, and what people read.</summary>
/// <param name="Ascii">Lower case, punycode where needed, no trailing dot.</param>
/// <param name="Readable">Unicode, except where a label mixes scripts that look alike.</param>
internal readonly record struct ReadableHost(string Ascii, string Readable, int? Port)
{
    /// <summary>The longest that one label may be; longer names are rare enough to be worked out.</summary>
    private const int LongestPlain = 63;

    private static readonly SearchValues<char> PlainCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.");

    private static readonly IdnMapping Idn = new();

    /// <param name="authority">Host and port as written, credentials already dropped.</param>
    internal static bool TryParse(string scheme, string authority, out ReadableHost host)
    {
        if (IsPlain(authority))
        {
            host = new ReadableHost(authority, authority, null);
            return true;
        }

        host = default;
        var folded = string.Concat(authority.Select(Fold));
        if (!folded.All(IsHostCharacter) || !Uri.TryCreate($"{scheme}://{folded}/", UriKind.Absolute, out var uri) || !TryAscii(uri, out var ascii))
            return false;
        host = new ReadableHost(ascii, ToReadable(ascii), uri.IsDefaultPort ? null : uri.Port);
        return true;
    }

    /// <summary>Whether a host is what nearly every one is, a name in lower case that ends in letters: nothing about it has to be worked out.</summary>
    private static bool IsPlain(string authority)
    {
        if (authority.Length is 0 or > LongestPlain || authority.AsSpan().ContainsAnyExcept(PlainCharacters) || authority.Contains("--", StringComparison.Ordinal))
            return false;
        foreach (var range in authority.AsSpan().Split('.'))
        {
            if (authority.AsSpan()[range] is [] or ['-', ..] or [.., '-'])
                return false;
        }

        return !authority.AsSpan(authority.LastIndexOf('.') + 1).ContainsAnyExceptInRange('a', 'z');
    }

    private static bool TryAscii(Uri uri, [NotNullWhen(true)] out string? ascii)
    {
        ascii = null;
        try
        {
            ascii = uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost.ToLowerInvariant().TrimEnd('.');
        }
        catch (Exception e) when (e is UriFormatException or ArgumentException)
        {
            return false;
        }

        return ascii.Length > 0 && ascii.All(char.IsAscii) && ascii.Any(char.IsAsciiLetterOrDigit);
    }

    /// <summary>Full-width letters, digits, hyphens and dots are what an input method left behind.</summary>
    private static char Fold(char c) => c switch
    {
        '。' or '｡' or '．' => '.',
        '－' => '-',
        (>= '０' and <= '９') or (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ') => char.ToLowerInvariant((char)(c - 0xFEE0)),
        _ => char.ToLowerInvariant(c),
    };

    private static bool IsHostCharacter(char c) => char.IsAscii(c)
        ? char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or ':' or '[' or ']'
        : char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string ToReadable(string ascii)
    {
        try
        {
            return string.Join('.', Idn.GetUnicode(ascii).Split('.').Zip(ascii.Split('.'), (label, plain) => label.Length == 0 || !label.All(IsHostCharacter) || MixesScripts(label) ? plain : label));
        }
        catch (ArgumentException)
        {
            return ascii;
        }
    }

    private static bool MixesScripts(string label) =>
        label.Any(c => c is >= '\u0370' and <= '\u052F') && label.Any(c => char.IsAsciiLetter(c) || c is >= '\u00C0' and <= '\u024F');
}
