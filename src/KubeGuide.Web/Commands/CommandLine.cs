using System.CommandLine;
using System.CommandLine.Parsing;
using KubeGuide.Web.Serving;

namespace KubeGuide.Web.Commands;

/// <summary>The commands of <c>kubeguide</c>. Wrong use is one line on standard error and exit code 2.</summary>
internal static class CommandLine
{
    public const int WrongUse = 2;

    private static readonly Option<string?> Notes = new("--notes") { Description = "Folder of Markdown notes, or a single file (default: the bundled docs/)", HelpName = "PATH", Recursive = true, Validators = { Named } };
    private static readonly Option<string?> Urls = new("--urls") { Description = "Address to listen on (default: http://localhost:5000)", HelpName = "URL" };
    private static readonly Option<string?> Title = new("--title") { Description = "Name of the site (default: KubeGuide)", HelpName = "TEXT" };
    private static readonly Option<string?> PublicUrl = new("--public-url") { Description = "Absolute address under which readers reach the site", HelpName = "URL" };
    private static readonly Option<string?> PathBase = new("--path-base") { Description = "Path prefix behind a proxy, such as /guide", HelpName = "PATH" };
    private static readonly Option<string?> EditUrl = new("--edit-url") { Description = "Where a note is edited; {path} and {line} are filled in", HelpName = "URL" };
    private static readonly Option<string?> Hosts = new("--hosts") { Description = "Hosts that the site answers for, such as wiki.example.com or *.example.com (default: any)", HelpName = "NAMES" };
    private static readonly Option<string?> Proxies = new("--proxies") { Description = "Proxies that are believed about scheme and host: addresses or ranges (default: none)", HelpName = "ADDRESSES" };
    private static readonly Option<string?> Config = new("--config") { Description = "JSON file with the same options as the environment", HelpName = "FILE" };
    private static readonly Argument<string?> CheckPath = new("PATH") { Description = "Folder of Markdown notes, or a single file (default: --notes)", Arity = ArgumentArity.ZeroOrOne, Validators = { Named } };
    private static readonly Option<string> Format = new Option<string>("--format") { Description = "text, json or github", HelpName = "FORMAT", DefaultValueFactory = _ => "text" }.AcceptOnlyFromAmong("text", "json", "github");

    private static readonly Option<string[]> MoreHosts = new("--host") { Description = "Another host that may be asked; may be given several times", HelpName = "HOST" };

    public static Task<int> RunAsync(string[] args)
    {
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
            return Task.FromResult(Fail($"{parsed.Errors[0].Message.TrimEnd('.')}. Run 'kubeguide --help'."));
        // Help and the version are told whatever else is in the line, and take errors back.
        if (parsed.UnmatchedTokens.Count > 0)
            return Task.FromResult(Fail($"unknown '{parsed.UnmatchedTokens[0]}'. Run 'kubeguide --help'."));
        return parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = Serves(parsed) ? null : TimeSpan.FromSeconds(2) });
    }

    /// <summary>A variable of a script that is not set must not silently mean the bundled notes.</summary>
    private static void Named(SymbolResult given)
    {
        if (given.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
            given.AddError($"{(given is OptionResult ? "--notes" : "check")} '': names no folder or file; leave it out for the default");
    }

    /// <summary>The site sees to signals itself; every other command just ends.</summary>
    private static bool Serves(ParseResult parsed) => parsed.CommandResult.Command is RootCommand or { Name: "serve" };

    /// <summary>Prints the one line and gives the exit code of wrong use.</summary>
    public static int Fail(string message)
    {
        Console.Error.WriteLine($"kubeguide: {message.ReplaceLineEndings(" ")}");
        return WrongUse;
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("KubeGuide turns Markdown notes on Kubernetes, written in Japanese, into a website.") { Notes, Urls, Title, PublicUrl, PathBase, EditUrl, Hosts, Proxies, Config };
        var serve = new Command("serve", "Serve the notes as a website (the default command)") { Urls, Title, PublicUrl, PathBase, EditUrl, Hosts, Proxies, Config };
        root.Subcommands.Add(serve);
        serve.SetAction(Serve);
        root.SetAction(Serve);
        var check = new Command("check", "Print what is to be mended in the notes; exit code 1 when there is anything") { CheckPath, Format };
        root.Subcommands.Add(check);
        check.SetAction((parsed, _) => Guarded(() => Task.FromResult(RunCheck(parsed))));
        root.Subcommands.Add(ManifestCommand.Create());
        var health = new Command("healthcheck", "Ask the site that runs here whether it is ready; exit code 1 when it is not") { Urls, Config };
        root.Subcommands.Add(health);
        health.SetAction((parsed, cancel) => Guarded(() => HealthCheck.RunAsync(Given(parsed), HealthCheck.Patience, Console.Out, cancel)));
        var references = new Command("references", "What the notes cite");
        var fetch = new Command("fetch", "Look up the titles of cited articles that have none, and print entries for references.yml") { MoreHosts };
        references.Subcommands.Add(fetch);
        root.Subcommands.Add(references);
        fetch.SetAction((parsed, cancel) => Guarded(() => ReferencesFetch.RunAsync(SiteOptions.NotesPath(NotesOf(parsed), "--notes"), parsed.GetValue(MoreHosts) ?? [], cancel)));
        return root;
    }

    private static string? NotesOf(ParseResult parsed) => parsed.GetValue(Notes) ?? Environment.GetEnvironmentVariable("KubeGuide__Notes");

    private static async Task<int> Guarded(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (OptionException e)
        {
            return Fail(e.Message);
        }
    }

    private static Task<int> Serve(ParseResult parsed, CancellationToken cancel) => Server.RunAsync(Given(parsed), cancel);

    private static Dictionary<string, string?> Given(ParseResult parsed) => new()
    {
        ["KubeGuide:Notes"] = parsed.GetValue(Notes),
        ["KubeGuide:Title"] = parsed.GetValue(Title),
        ["KubeGuide:PublicUrl"] = parsed.GetValue(PublicUrl),
        ["KubeGuide:PathBase"] = parsed.GetValue(PathBase),
        ["KubeGuide:EditUrl"] = parsed.GetValue(EditUrl),
        ["KubeGuide:Hosts"] = parsed.GetValue(Hosts),
        ["KubeGuide:Proxies"] = parsed.GetValue(Proxies),
        ["KubeGuide:Config"] = parsed.GetValue(Config),
        ["urls"] = parsed.GetValue(Urls),
    };

    private static int RunCheck(ParseResult parsed)
    {
        var (path, notes) = (parsed.GetValue(CheckPath), parsed.GetValue(Notes));
        if (path is not null && notes is not null)
            return Fail("name the notes once: either check PATH or --notes PATH");
        var given = path ?? NotesOf(parsed);
        var format = Enum.Parse<CheckFormat>(parsed.GetValue(Format)!, ignoreCase: true);
        return Check.Run(SiteOptions.NotesPath(given, path is null ? "--notes" : "check"), format, FolderOf(given), Console.Out);
    }

    /// <summary>The folder of the notes as it was given, with a slash at its end; empty for an absolute path.</summary>
    private static string FolderOf(string? given)
    {
        if (string.IsNullOrWhiteSpace(given) || Path.IsPathRooted(given))
            return "";
        var folder = (Directory.Exists(given) ? given : Path.GetDirectoryName(given) ?? "").Replace('\\', '/').TrimEnd('/');
        while (folder.StartsWith("./", StringComparison.Ordinal))
            folder = folder[2..];
        return folder is "" or "." ? "" : folder + "/";
    }
}
