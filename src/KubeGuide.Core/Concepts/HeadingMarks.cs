using System.Buffers;
using System.Globalization;
using System.Text;
using KubeGuide.Core.Text;

namespace KubeGuide.Core.Concepts;

/// <summary>What authors put before and behind a title for the eye: ornaments and numbers.</summary>
internal static class HeadingMarks
{
    private const int FirstVersion = 20;

    private static readonly string[] Chapters = ["章", "部", "節"];

    /// <summary>The title without symbols at its beginning (★, ■, 📦) and pictures at its end; unchanged where nothing else is there.</summary>
    public static string WithoutOrnaments(string title)
    {
        var (start, end) = (0, title.Length);
        while (start < end && Rune.DecodeFromUtf16(title.AsSpan(start), out var rune, out var length) == OperationStatus.Done && IsOrnament(rune))
            start += length;
        while (end > start && Rune.DecodeLastFromUtf16(title.AsSpan(0, end), out var rune, out var length) == OperationStatus.Done && IsPicture(rune))
            end -= length;
        return start == end || (start == 0 && end == title.Length) ? title : title[start..end].Trim(HeadingTitle.OuterMarks);
    }

    private static bool IsOrnament(Rune rune) =>
        rune.Value is '・' or '•' or '※' or '→' or (>= '①' and <= '⓿') || IsPicture(rune) || (!rune.IsAscii && Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol);

    /// <summary>Dingbats and emoji, with the marks that join and colour them.</summary>
    private static bool IsPicture(Rune rune) =>
        rune.Value is 0x200D or 0xFE0F or (>= 0x2600 and <= 0x27BF) or (>= 0x2B00 and <= 0x2BFF) or (>= 0x1F000 and <= 0x1FAFF);

    /// <summary>The title without the number that it begins with: <c>1.</c>, <c>1.2</c>, <c>1-2</c>, <c>(1)</c>, 第1章, <c>Q1.</c>. A version (1.36, or a number before a particle) stays.</summary>
    public static string WithoutNumber(string title)
    {
        if (title.Length == 0)
            return title;
        if ((BehindBracketedNumber(title) ?? BehindChapter(title) ?? BehindQuestion(title)) is { } behind)
            return behind;
        var (digits, parts) = (Digits(title), 1);
        while (digits > 0 && digits + 1 < title.Length && title[digits] is '.' or '-' && Digits(title.AsSpan(digits + 1)) is > 0 and var more)
            (digits, parts) = (digits + 1 + more, parts + 1);
        if (parts > 1 && digits < title.Length && char.IsWhiteSpace(title[digits]))
        {
            var rest = title[digits..].TrimStart();
            return IsVersion(title.AsSpan(0, digits), parts) || (rest.Length > 0 && Folding.IsHiragana(rest[0])) ? title : rest;
        }

        return digits > 0 && digits < title.Length && title[digits] is '.' or ')' or '．' or '、'
            ? title[(digits + 1)..].TrimStart()
            : title;
    }

    /// <summary>No chapter has so many sections: 1.36 is a version.</summary>
    private static bool IsVersion(ReadOnlySpan<char> number, int parts)
    {
        var last = 0;
        foreach (var digit in number[(number.IndexOfAny('.', '-') + 1)..])
            last = (10 * last) + (int)char.GetNumericValue(digit);
        return parts == 2 && last >= FirstVersion;
    }

    /// <summary>Behind <c>(1)</c>; null where there is no such number, or nothing behind it.</summary>
    private static string? BehindBracketedNumber(string title)
    {
        if (title.Length < 4 || title[0] is not ('(' or '（') || Digits(title.AsSpan(1)) is not (> 0 and var digits) || digits + 2 >= title.Length)
            return null;
        return title[digits + 1] is ')' or '）' ? title[(digits + 2)..].TrimStart() : null;
    }

    /// <summary>Behind 第1章; null where there is none, or nothing behind it.</summary>
    private static string? BehindChapter(string title)
    {
        foreach (var chapter in Chapters)
        {
            if (BehindOrdinal(title, chapter) is { } behind)
                return behind;
        }

        return null;
    }

    /// <summary>Behind 第1回, which tells one meeting from the next and so is rather a part of its title; null where there is none, or nothing behind it.</summary>
    public static string? BehindMeeting(string title) => BehindOrdinal(title, "回");

    private static string? BehindOrdinal(string title, string counter)
    {
        if (!title.StartsWith('第'))
            return null;
        var at = title.IndexOf(counter, StringComparison.Ordinal);
        return at is > 1 and < 5 && at + 2 < title.Length && (char.IsWhiteSpace(title[at + 1]) || title[at + 1] is '：' or ':')
            && title.AsSpan(1, at - 1).IndexOfAnyExcept("0123456789０１２３４５６７８９一二三四五六七八九十") < 0
            ? title[(at + 2)..].TrimStart()
            : null;
    }

    /// <summary>Behind <c>Q.</c> or <c>Q1：</c>; null where there is no such mark, or nothing behind it.</summary>
    public static string? BehindQuestion(string title)
    {
        if (title.Length == 0 || title[0] is not ('Q' or 'Ｑ'))
            return null;
        var mark = 1 + Digits(title.AsSpan(1));
        return mark + 1 < title.Length && title[mark] is '.' or '．' or ':' or '：' ? title[(mark + 1)..].TrimStart() : null;
    }

    /// <summary>How many digits a number of at most three has that a title begins with; 0 where it begins with none.</summary>
    private static int Digits(ReadOnlySpan<char> title)
    {
        var digits = 0;
        while (digits < title.Length && char.IsDigit(title[digits]))
            digits++;
        return digits <= 3 ? digits : 0;
    }
}
