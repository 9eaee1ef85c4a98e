namespace KubeGuide.Core.Rendering.Code;

/// <summary>JSON, and the comments that people add to it.</summary>
internal sealed class JsonLexer : CodeLexer
{
    private bool isComment;

    public override void Read(ref LineReader line)
    {
        while (!line.IsAtEnd)
        {
            if (isComment || line.Rest.StartsWith("/*"))
                ReadComment(ref line);
            else if (line.Rest.StartsWith("//"))
                line.AddRest(TokenKind.Comment);
            else if (line.Current == '"')
                ReadString(ref line);
            else if (char.IsAsciiLetterOrDigit(line.Current) || line.Current == '-')
                ReadWord(ref line);
            else
                line.At++;
        }
    }

    private void ReadComment(ref LineReader line)
    {
        var end = line.Rest.IndexOf("*/");
        isComment = end < 0;
        line.Add(end < 0 ? line.Rest.Length : end + 2, TokenKind.Comment);
    }

    private static void ReadString(ref LineReader line)
    {
        var length = Quotes.Length(line.Rest);
        var behind = line.Rest[length..].TrimStart();
        line.Add(length, behind.StartsWith(":") ? TokenKind.Key : TokenKind.Text);
    }

    private static void ReadWord(ref LineReader line)
    {
        var length = line.Rest.IndexOfAny(" \t,:[]{}\"/");
        length = length < 0 ? line.Rest.Length : length;
        var word = line.Rest[..length];
        if (word is "true" or "false" or "null")
            line.Add(length, TokenKind.Literal);
        else if (Numbers.Is(word))
            line.Add(length, TokenKind.Number);
        else
            line.At += length;
    }
}
