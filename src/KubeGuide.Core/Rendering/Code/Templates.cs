namespace KubeGuide.Core.Rendering.Code;

/// <summary>Recognises <c>{{ }}</c>, which Helm and others put anywhere in YAML.</summary>
internal static class Templates
{
    public static bool Begins(ReadOnlySpan<char> text) => text.StartsWith("{{");

    public static bool BeginsComment(ReadOnlySpan<char> text) => Begins(text) && text[2..].TrimStart("- ").StartsWith("/*");

    /// <summary>Length of text that begins with a template, up to and with its end; all of it where the line does not end it.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf("}}");
        return end < 0 ? text.Length : end + 2;
    }
}
