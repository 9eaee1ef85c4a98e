namespace KubeGuide.Core.Rendering.Code;

/// <summary>Instructions of a Dockerfile; what they run is a shell's.</summary>
internal sealed class DockerfileLexer : CodeLexer
{
    private readonly ShellLexer shell = new(isSession: false);

    public override void Read(ref LineReader line)
    {
        if (!shell.IsOpen)
        {
            line.SkipSpace();
            ReadInstruction(ref line);
        }
        else if (line.Text.TrimStart().StartsWith("#"))
        {
            line.SkipSpace();
            line.AddRest(TokenKind.Comment);
            return;
        }

        shell.ReadRest(ref line);
    }

    private void ReadInstruction(ref LineReader line)
    {
        var length = line.Rest.IndexOfAnyExceptInRange('A', 'z');
        var word = length < 0 ? line.Rest : line.Rest[..length];
        line.Add(word.Length, TokenKind.Keyword);
        var runs = word.Equals("RUN", StringComparison.OrdinalIgnoreCase)
            || word.Equals("CMD", StringComparison.OrdinalIgnoreCase)
            || word.Equals("ENTRYPOINT", StringComparison.OrdinalIgnoreCase);
        shell.Begin(runs && !line.Rest.TrimStart().StartsWith("["));
        if (word.Equals("FROM", StringComparison.OrdinalIgnoreCase))
            ReadStage(ref line);
    }

    private static void ReadStage(ref LineReader line)
    {
        var at = line.Rest.IndexOf(" AS ", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return;
        line.At += at + 1;
        line.Add(2, TokenKind.Keyword);
    }
}
