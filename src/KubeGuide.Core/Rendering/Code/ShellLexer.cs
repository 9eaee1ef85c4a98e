namespace KubeGuide.Core.Rendering.Code;

/// <summary>Commands for a shell, as one types them or, behind a prompt, with what they print.</summary>
/// <param name="isSession">Whether only lines behind a prompt are commands.</param>
internal sealed class ShellLexer(bool isSession) : CodeLexer
{
    private const int LongestPrompt = 80;

    private bool expectsCommand;
    private bool expectsFile;
    private bool isContinued;
    private char quote;
    private string? heredoc;
    private KubectlCommand? kubectl;

    /// <summary>Whether the next line belongs to what stands on this one.</summary>
    public bool IsOpen => isContinued || quote != '\0' || heredoc is not null;

    public override void Read(ref LineReader line)
    {
        if (!IsOpen)
        {
            if (isSession && !TryReadPrompt(ref line))
                return;
            Begin(isCommand: true);
        }

        ReadRest(ref line);
    }

    public void Begin(bool isCommand)
    {
        (expectsCommand, expectsFile, kubectl) = (isCommand, false, null);
    }

    public void ReadRest(ref LineReader line)
    {
        if (heredoc is not null)
        {
            ReadHeredoc(ref line);
            return;
        }

        if (quote != '\0')
            ReadQuoteOn(ref line);
        isContinued = line.Text.EndsWith('\\');
        while (!line.IsAtEnd)
            ReadNext(ref line);
    }

    private static bool TryReadPrompt(ref LineReader line)
    {
        if (line.Current == '#')
            line.AddRest(TokenKind.Comment);
        var prompt = PromptLength(line.Rest);
        line.Add(prompt, TokenKind.Comment);
        return prompt > 0;
    }

    /// <summary>
    /// How much of a line is the prompt before a command: <c>$</c>, <c>%</c>, <c>user@host:~$</c>, <c>[root@node1 ~]#</c>; 0 for none.
    /// A <c>#</c> alone begins a comment.
    /// </summary>
    public static int PromptLength(ReadOnlySpan<char> line)
    {
        var end = line.IndexOfAny("$%#");
        if (end < 0 || end > LongestPrompt || end + 1 >= line.Length || line[end + 1] != ' ')
            return 0;
        var host = line[..end];
        var isHost = host.Contains('@') && (host is ['[', .., ']'] || !host.Contains(' '));
        return isHost || (end == 0 && line[0] != '#') ? end + 1 : 0;
    }

    private void ReadNext(ref LineReader line)
    {
        switch (line.Current)
        {
            case ' ' or '\t' or ')':
                line.At++;
                break;
            case '\\' when line.Rest.Length == 1:
                line.At++;
                break;
            case '#' when line.IsBlank(-1):
                isContinued = false;
                line.AddRest(TokenKind.Comment);
                break;
            case '|' or ';' or '&' or '(' or '`':
                line.At++;
                Begin(isCommand: true);
                break;
            case '<' or '>':
                ReadRedirection(ref line);
                break;
            default:
                ReadWord(ref line);
                break;
        }
    }

    private void ReadRedirection(ref LineReader line)
    {
        if (line.Rest.StartsWith("<<") && !line.Rest.StartsWith("<<<"))
        {
            line.At += line.Rest.StartsWith("<<-") ? 3 : 2;
            line.SkipSpace();
            var word = line.Rest[..WordLength(line.Rest, " \t|;&()<>")];
            heredoc = word.Trim("'\"\\").ToString();
            line.Add(word.Length, TokenKind.Keyword);
            heredoc = heredoc.Length == 0 ? null : heredoc;
            return;
        }

        while (line.Current is '<' or '>' or '&')
            line.At++;
        expectsFile = true;
    }

    private void ReadHeredoc(ref LineReader line)
    {
        var isEnd = line.Text.Trim().SequenceEqual(heredoc);
        line.SkipSpace();
        line.AddRest(isEnd ? TokenKind.Keyword : TokenKind.Text);
        if (isEnd)
            heredoc = null;
    }

    private void ReadWord(ref LineReader line)
    {
        var isStart = line.IsBlank(-1) || line.Text[line.At - 1] is '|' or ';' or '&' or '(' or '`' or '<' or '>';
        switch (line.Current)
        {
            case '"' or '\'':
                Unread(isStart);
                ReadQuoted(ref line);
                break;
            case '$':
                Unread(isStart);
                ReadVariable(ref line);
                break;
            default:
                ReadPlain(ref line, isStart);
                break;
        }
    }

    /// <summary>A word that begins with a quote or a variable counts, but what it says is not known.</summary>
    private void Unread(bool isStart)
    {
        if (!isStart)
            return;
        if (!expectsFile)
            kubectl?.Next("?");
        (expectsCommand, expectsFile) = (false, false);
    }

    private void ReadQuoted(ref LineReader line)
    {
        var end = Quotes.End(line.Rest[1..], line.Current);
        quote = end < 0 ? line.Current : '\0';
        line.Add(end < 0 ? line.Rest.Length : end + 1, TokenKind.Text);
    }

    /// <summary>An empty line ends a quote that was left open: more likely half a command than a text of paragraphs.</summary>
    private void ReadQuoteOn(ref LineReader line)
    {
        var end = Quotes.End(line.Rest, quote);
        if (end >= 0 || line.Rest.IsWhiteSpace())
            quote = '\0';
        line.Add(end < 0 ? line.Rest.Length : end, TokenKind.Text);
    }

    private static void ReadVariable(ref LineReader line)
    {
        var rest = line.Rest;
        if (rest.StartsWith("$("))
        {
            line.At++;
            return;
        }

        var length = rest.StartsWith("${") ? rest.IndexOf('}') + 1 : 1 + NameLength(rest[1..]);
        if (length == 1 && rest.Length > 1 && "?$!#@*".Contains(rest[1], StringComparison.Ordinal))
            length = 2;
        line.Add(length <= 0 ? rest.Length : length, TokenKind.Keyword);
    }

    private void ReadPlain(ref LineReader line, bool isStart)
    {
        var word = line.Rest[..WordLength(line.Rest, " \t|;&()<>'\"$`")];
        if (!isStart)
            line.At += word.Length;
        else if (word.Length > 1 && word[0] == '-')
            ReadOption(ref line, word);
        else if (expectsCommand)
            ReadCommand(ref line, word);
        else
            ReadArgument(ref line, word);
    }

    private void ReadOption(ref LineReader line, ReadOnlySpan<char> word)
    {
        kubectl?.Next(word);
        var name = word.IndexOf('=');
        line.Add(name < 0 ? word.Length : name, TokenKind.Option);
        line.At += name < 0 ? 0 : word.Length - name;
    }

    private void ReadCommand(ref LineReader line, ReadOnlySpan<char> word)
    {
        var name = NameLength(word);
        if (name > 0 && name < word.Length && word[name] == '=')
        {
            line.Add(name, TokenKind.Keyword);
            line.At += word.Length - name;
            return;
        }

        var isKeyword = word is "if" or "then" or "elif" or "else" or "fi" or "for" or "in" or "while" or "until" or "do" or "done" or "case" or "esac" or "function" or "{" or "}" or "!";
        expectsCommand = isKeyword ? word is not ("for" or "in" or "case" or "function") : word is "sudo" or "time" or "watch" or "exec" or "nohup" or "env" or "xargs";
        kubectl = new KubectlCommand();
        kubectl.Next(word);
        line.Add(word.Length, isKeyword ? TokenKind.Keyword : TokenKind.Command);
    }

    private void ReadArgument(ref LineReader line, ReadOnlySpan<char> word)
    {
        var start = line.At;
        foreach (var resource in expectsFile || kubectl is null ? [] : kubectl.Next(word))
        {
            line.At = start + resource.Start.Value;
            line.Add(resource.End.Value - resource.Start.Value, TokenKind.Resource);
        }

        expectsFile = false;
        line.At = start + word.Length;
    }

    /// <summary>Length up to one of the marks that no <c>\</c> stands before; at least 1.</summary>
    private static int WordLength(ReadOnlySpan<char> text, ReadOnlySpan<char> marks)
    {
        var end = 0;
        while (end < text.Length && !marks.Contains(text[end]))
            end += text[end] == '\\' ? 2 : 1;
        return Math.Clamp(end, Math.Min(1, text.Length), text.Length);
    }

    private static int NameLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] == '_'))
            length++;
        return length;
    }
}
