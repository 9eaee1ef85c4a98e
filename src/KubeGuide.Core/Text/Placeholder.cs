namespace KubeGuide.Core.Text;

/// <summary>Knows what authors write where the text is still to come.</summary>
public static class Placeholder
{
    private const int LongestWithMarks = 24;

    private const string Marks = " \t\n　*_（）()[]【】「」<>＜＞。．.…・:：!！";

    private static readonly HashSet<string> Words = new(
        [
            "todo", "tbd", "tba", "tbw", "wip", "fixme", "coming soon", "未定", "未記入", "未記載", "未作成", "未執筆", "未着手",
            "作成中", "準備中", "執筆中", "記入中", "記載中", "編集中", "工事中", "書きかけ", "後で書く", "あとで書く", "後で書きます", "あとで書きます", "後日書く",
            "後で追記", "あとで追記", "後で追記する", "あとで追記する", "後日追記", "要追記", "追記予定", "執筆予定", "記載予定", "作成予定", "後日記載",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a text says nothing but that it is still to be written (TODO, 作成中です。).</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestWithMarks)
            return false;
        var words = text.Trim(Marks);
        return Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words.EndsWith("です") ? words[..^2] : words);
    }
}
