using System.Globalization;
using System.Text;

namespace KubeGuide.Core.References;

/// <summary>Writes entries as <see cref="ReferenceTitles.Read"/> reads them.</summary>
public static class ReferenceEntryYaml
{
    /// <summary>YAML allows an implicit key 1,024 characters.</summary>
    private const int LongestImplicitKey = 1000;

    /// <summary>One entry ready to be appended to <c>references.yml</c>, ending with a line break; unknown values are left out.</summary>
    public static string Write(ReferenceEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var yaml = new StringBuilder();
        yaml.Append(entry.Url.Length > LongestImplicitKey ? $"? {Quoted(entry.Url)}\n:\n" : $"{Key(entry.Url)}:\n");
        Append(yaml, "title", entry.Title);
        Append(yaml, "author", entry.Author);
        Append(yaml, "site", entry.Site);
        if (entry.Date is { } date)
            yaml.Append(CultureInfo.InvariantCulture, $"  date: {date:yyyy-MM-dd}\n");
        Append(yaml, "note", entry.Note);
        return yaml.ToString();
    }

    private static void Append(StringBuilder yaml, string key, string? value)
    {
        if (PercentEncoding.Visible(value ?? "") is { Length: > 0 } visible)
            yaml.Append("  ").Append(key).Append(": ").Append(Quoted(visible)).Append('\n');
    }

    private static string Key(string url) => url.EndsWith(':') ? Quoted(url) : url;

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
