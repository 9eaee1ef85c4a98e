namespace KubeGuide.Core.Rendering.Code;

/// <summary>
/// YAML as people type it. Nothing that is left open swallows the rest of the text: quotes, brackets and block scalars end where
/// the indentation goes back, as YAML itself demands of them.
/// </summary>
internal sealed class YamlLexer : CodeLexer
{
    private readonly YamlNesting nesting = new();
    private readonly YamlScalars scalars = new();
    private readonly YamlFlow flow;

    /// <summary>Column of the key or dash whose value was begun; what belongs to the value stands to its right.</summary>
    private int owner = -1;
    private bool isBlockScalar;
    private bool isTemplateComment;

    public YamlLexer() => flow = new YamlFlow(scalars);

    public override void Read(ref LineReader line)
    {
        line.SkipSpace();
        if (line.IsAtEnd)
            return;
        if (isTemplateComment)
            ReadTemplateComment(ref line);
        else if (IsDocumentMark(line))
            StartDocument(ref line);
        else if (isBlockScalar && line.At > owner)
            line.AddRest(TokenKind.Text);
        else
            ReadOn(ref line);
    }

    private static bool IsDocumentMark(LineReader line) =>
        line.At == 0 && line.IsBlank(3) && (line.Text.StartsWith("---") || line.Text.StartsWith("..."));

    private void StartDocument(ref LineReader line)
    {
        nesting.StartDocument();
        scalars.Abandon();
        flow.Abandon();
        isBlockScalar = false;
        owner = -1;
        line.Add(3, TokenKind.Keyword);
        line.SkipSpace();
        ReadValue(ref line, nesting.Above(0).Path);
    }

    private void ReadOn(ref LineReader line)
    {
        isBlockScalar = false;
        if (line.At <= owner && !(flow.IsOpen && line.Current is '}' or ']'))
        {
            scalars.Abandon();
            flow.Abandon();
        }

        if (flow.IsOpen)
            flow.Read(ref line, null);
        else if (scalars.IsOpen)
            scalars.ReadOn(ref line);
        else
            ReadBlock(ref line);
        ReadComment(ref line);
    }

    private void ReadBlock(ref LineReader line)
    {
        if (line.Current == '#' || (line.Current == '%' && line.At == 0))
        {
            line.AddRest(TokenKind.Comment);
            return;
        }

        if (Templates.Begins(line.Rest) && YamlScalars.KeyLength(line.Rest) == 0)
        {
            ReadTemplate(ref line);
            return;
        }

        owner = -1;
        YamlPath? path = null;
        while (line.Current == '-' && line.IsBlank(1))
            path = ReadDash(ref line);
        YamlScalars.ReadProperties(ref line, inFlow: false);
        if (YamlScalars.KeyLength(line.Rest) is > 0 and var length)
            path = ReadKey(ref line, length);
        if (owner < 0)
            (owner, path) = nesting.Above(line.At);
        ReadValue(ref line, path);
    }

    private YamlPath? ReadDash(ref LineReader line)
    {
        owner = line.At;
        var path = nesting.Item(line.At);
        line.At++;
        line.SkipSpace();
        return path;
    }

    private YamlPath? ReadKey(ref LineReader line, int length)
    {
        owner = line.At;
        var name = line.Rest[..length];
        var path = nesting.Key(line.At, name[0] is '"' or '\'' && length > 1 ? name[1..^1] : name);
        line.Add(length, TokenKind.Key, path);
        line.SkipSpace();
        line.At++;
        line.SkipSpace();
        YamlScalars.ReadProperties(ref line, inFlow: false);
        return path;
    }

    private void ReadValue(ref LineReader line, YamlPath? path)
    {
        if (line.IsAtEnd || line.Current == '#')
            ReadComment(ref line);
        else if (line.Current is '|' or '>' && IsScalarHeader(line.Rest, out var header))
            BeginBlockScalar(ref line, header);
        else if (line.Current is '"' or '\'')
            scalars.ReadQuoted(ref line, path);
        else if (line.Current is '[' or '{' && !Templates.Begins(line.Rest))
            flow.Read(ref line, path);
        else
            YamlScalars.ReadPlain(ref line, path, inFlow: false);
        ReadComment(ref line);
    }

    private void BeginBlockScalar(ref LineReader line, int header)
    {
        isBlockScalar = true;
        line.Add(header, TokenKind.Keyword);
    }

    private static bool IsScalarHeader(ReadOnlySpan<char> text, out int length)
    {
        length = 1;
        while (length < text.Length && (text[length] is '+' or '-' || char.IsAsciiDigit(text[length])))
            length++;
        return LineReader.IsBlankAt(text, length);
    }

    private static void ReadComment(ref LineReader line)
    {
        line.SkipSpace();
        if (line.Current == '#' && line.IsBlank(-1))
            line.AddRest(TokenKind.Comment);
    }

    private void ReadTemplate(ref LineReader line)
    {
        if (Templates.BeginsComment(line.Rest))
            ReadTemplateComment(ref line);
        else
            line.AddRest(TokenKind.Keyword);
    }

    private void ReadTemplateComment(ref LineReader line)
    {
        isTemplateComment = !line.Rest.Contains("*/", StringComparison.Ordinal);
        line.AddRest(TokenKind.Comment);
    }
}
