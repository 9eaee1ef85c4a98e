using System.Collections.Immutable;
using System.Net;
using KubeGuide.Core.Notes;

namespace KubeGuide.Web.Serving;

/// <summary>What the host decides. From the command line, else the environment (<c>KubeGuide__*</c>), else a file, else the default.</summary>
/// <param name="Notes">Absolute path of the notes folder, or of a single note.</param>
/// <param name="PublicUrl">Absolute address without a slash at its end; null where none is configured.</param>
/// <param name="PathBase">Empty, or a prefix such as <c>/guide</c>.</param>
/// <param name="EditUrl">With <c>{path}</c> and <c>{line}</c>; null where notes cannot be edited by a link.</param>
public sealed record SiteOptions(string Notes, string Title, string? PublicUrl, string PathBase, string? EditUrl)
{
    private const string DefaultTitle = "KubeGuide";

    /// <summary>What the site answers for: a host, or <c>*.</c> and a domain; empty for every host.</summary>
    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <summary>Who is believed about the scheme and host that a reader asked for.</summary>
    public ImmutableArray<IPNetwork> Proxies { get; init; } = [];

    internal SiteLimits Limits { get; init; } = SiteLimits.Default;

    /// <summary>What may follow <c>KubeGuide__</c>.</summary>
    private static readonly string[] Names = ["Config", "Notes", "Title", "PublicUrl", "PathBase", "EditUrl", "Hosts", "Proxies", "Limits"];

    /// <summary>Reads and checks every option.</summary>
    /// <exception cref="OptionException">An option is wrong; the message is one line that names it.</exception>
    public static SiteOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection("KubeGuide");
        if (section.GetChildren().FirstOrDefault(child => !Names.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            throw new OptionException($"KubeGuide__{unknown.Key} '{unknown.Value}': no such option; there are {string.Join(", ", Names)}");
        var title = section["Title"];
        var (publicUrl, pathBase) = (AbsoluteUrl(section["PublicUrl"]), Prefix(section["PathBase"]));
        if (publicUrl is not null && pathBase.Length > 0 && new Uri(publicUrl).AbsolutePath is { Length: > 1 } path && path != pathBase)
            throw new OptionException($"--public-url '{publicUrl}': its path is not that of --path-base '{pathBase}'");
        return new SiteOptions(
            NotesPath(section["Notes"]),
            string.IsNullOrWhiteSpace(title) ? DefaultTitle : title.Trim(),
            publicUrl,
            pathBase,
            EditTemplate(section["EditUrl"]))
        {
            Hosts = [.. Several(section.GetSection("Hosts")).Select(HostName)],
            Proxies = [.. Several(section.GetSection("Proxies")).Select(Network)],
            Limits = SiteLimits.From(configuration),
        };
    }

    /// <summary>The address at which a line of a note is edited, or null.</summary>
    public string? EditAddress(string path, int line) => EditUrl?
        .Replace("{path}", string.Join('/', path.Split('/').Select(Uri.EscapeDataString)), StringComparison.Ordinal)
        .Replace("{line}", line.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>The absolute path of notes that are there and can be read; the bundled ones where none are given.</summary>
    /// <param name="name">What the message calls the option.</param>
    /// <exception cref="OptionException">There are none.</exception>
    public static string NotesPath(string? given, string name = "--notes")
    {
        if (string.IsNullOrWhiteSpace(given))
            return BundledNotes.Path() ?? throw new OptionException("no notes given and no bundled docs/ found; name a folder with --notes PATH");
        var path = System.IO.Path.GetFullPath(given);
        if (!Directory.Exists(path) && !File.Exists(path))
            throw new OptionException($"{name} '{given}': no such file or folder");
        if (!NotesFolder.CanBeRead(path))
            throw new OptionException($"{name} '{given}': cannot be read; give the user that runs kubeguide the right to read it");
        return path;
    }

    private static string? AbsoluteUrl(string? given)
    {
        if (string.IsNullOrWhiteSpace(given))
            return null;
        return Uri.TryCreate(given, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Query.Length == 0 && url.Fragment.Length == 0 && url.UserInfo.Length == 0
            ? given.TrimEnd('/')
            : throw new OptionException($"--public-url '{given}': not an absolute http or https address without user, '?' and '#'");
    }

    private static string Prefix(string? given)
    {
        var prefix = given?.TrimEnd('/') ?? "";
        return prefix.Length == 0 || (prefix[0] == '/' && prefix.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_' or '.') && !prefix[1..].Split('/').Any(part => part is "" or "." or ".."))
            ? prefix
            : throw new OptionException($"--path-base '{given}': must begin with a slash and hold only letters, digits, '-', '_', '.' and '/', and no part '.' or '..'");
    }

    /// <summary>One line with commas, or a list in a settings file.</summary>
    private static IEnumerable<string> Several(IConfigurationSection given) =>
        given.GetChildren().Select(child => child.Value).Prepend(given.Value).OfType<string>().SelectMany(line => line.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries));

    private static string HostName(string given)
    {
        var name = given.StartsWith("*.", StringComparison.Ordinal) ? given[2..] : given;
        return Uri.CheckHostName(name) is UriHostNameType.Unknown ? throw new OptionException($"--hosts '{given}': not a host name; write wiki.example.com, or *.example.com, without scheme and port") : given;
    }

    private static IPNetwork Network(string given)
    {
        if (IPAddress.TryParse(given, out var one))
            return new IPNetwork(one, one.GetAddressBytes().Length * 8);
        return IPNetwork.TryParse(given, out var network) ? network : throw new OptionException($"--proxies '{given}': not an address or a range such as 10.0.0.0/8");
    }

    private static string? EditTemplate(string? given)
    {
        if (string.IsNullOrWhiteSpace(given))
            return null;
        return given.Contains("{path}", StringComparison.Ordinal) && Uri.TryCreate(given.Replace("{path}", "p", StringComparison.Ordinal).Replace("{line}", "1", StringComparison.Ordinal), UriKind.Absolute, out var url) && url.Scheme is "http" or "https" or "mailto"
            ? given
            : throw new OptionException($"--edit-url '{given}': must be an absolute http, https or mailto address that contains {{path}}");
    }
}

/// <summary>An option that cannot be used; the message is one line for the terminal.</summary>
public sealed class OptionException(string message) : Exception(message);
