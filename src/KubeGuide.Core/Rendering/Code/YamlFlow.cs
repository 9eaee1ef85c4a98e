namespace KubeGuide.Core.Rendering.Code;

/// <summary>Reads YAML between brackets, over as many lines as they are open. Any closing bracket closes the innermost one.</summary>
internal sealed class YamlFlow(YamlScalars scalars)
{
    private readonly Stack<Frame> open = new();

    public bool IsOpen => open.Count > 0;

    public void Abandon() => open.Clear();

    /// <summary>Reads on to the closing bracket or the line's end; a line that opens the outermost bracket stands at it.</summary>
    /// <param name="path">The place of the outermost bracket's content.</param>
    public void Read(ref LineReader line, YamlPath? path)
    {
        do
        {
            if (scalars.IsOpen)
                scalars.ReadOn(ref line);
            line.SkipSpace();
            if (line.IsAtEnd)
                return;
            ReadNext(ref line, path);
        }
        while (IsOpen);
    }

    private void ReadNext(ref LineReader line, YamlPath? path)
    {
        switch (line.Current)
        {
            case '{' when !Templates.Begins(line.Rest):
            case '[':
                open.Push(new Frame(line.Current == '[', IsOpen ? NextPath() : path, null, false));
                line.At++;
                break;
            case '}' or ']':
                open.Pop();
                line.At++;
                break;
            case ',':
                open.Push(open.Pop() with { Value = null, HasKey = false });
                line.At++;
                break;
            case ':':
                line.At++;
                break;
            case '#' when line.IsBlank(-1):
                line.AddRest(TokenKind.Comment);
                break;
            case '&' or '!':
                YamlScalars.ReadProperties(ref line, inFlow: true);
                break;
            default:
                ReadScalar(ref line);
                break;
        }
    }

    private void ReadScalar(ref LineReader line)
    {
        var isQuoted = line.Current is '"' or '\'';
        var length = isQuoted ? Quotes.Length(line.Rest) : YamlScalars.PlainLength(line.Rest, inFlow: true);
        var top = open.Peek();
        if (!top.HasKey && IsKey(line.Rest, length, isQuoted))
        {
            var name = line.Rest[..length];
            var value = top.IsList ? null : top.Path?.Key(isQuoted && length > 1 ? name[1..^1] : name);
            open.Push(open.Pop() with { Value = value, HasKey = true });
            line.Add(length, TokenKind.Key, value);
            line.SkipSpace();
            line.At++;
        }
        else if (isQuoted)
        {
            scalars.ReadQuoted(ref line, NextPath());
        }
        else
        {
            YamlScalars.ReadPlain(ref line, NextPath(), inFlow: true);
        }
    }

    /// <summary>A quoted key's colon needs no space behind it.</summary>
    private static bool IsKey(ReadOnlySpan<char> text, int length, bool isQuoted)
    {
        var behind = text[length..].TrimStart(" \t");
        return behind.StartsWith(":") && (isQuoted || LineReader.IsBlankAt(behind, 1) || YamlScalars.IsFlowMark(behind[1]));
    }

    private YamlPath? NextPath()
    {
        var top = open.Peek();
        return top.HasKey ? top.Value : top.IsList ? top.Path?.Item() : null;
    }

    /// <param name="Path">The place of the mapping or list.</param>
    /// <param name="Value">The place of the value that comes next, behind its key.</param>
    private readonly record struct Frame(bool IsList, YamlPath? Path, YamlPath? Value, bool HasKey);
}
