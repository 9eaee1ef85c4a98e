using System.Collections.Frozen;

namespace KubeGuide.Web.Commands;

/// <summary>The hosts that <c>references fetch</c> may ask: exact names, compared in their ASCII form.</summary>
internal sealed class FetchHosts(IEnumerable<string> more)
{
    private static readonly string[] Known =
    [
        "zenn.dev", "qiita.com", "note.com", "dev.to", "speakerdeck.com", "kubernetes.io", "istio.io", "argoproj.github.io",
        "argo-rollouts.readthedocs.io", "argo-cd.readthedocs.io", "gateway-api.sigs.k8s.io", "fluxcd.io", "helm.sh",
        "kubectl.docs.kubernetes.io", "github.com", "gist.github.com", "docs.docker.com", "docs.aws.amazon.com", "aws.amazon.com",
        "cloud.google.com", "docs.cloud.google.com", "learn.microsoft.com", "ja.wikipedia.org", "en.wikipedia.org", "www.cncf.io",
    ];

    private readonly FrozenSet<string> hosts = Known.Concat(more).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Why the URL may not be asked for, in one phrase for the terminal; null where it may.</summary>
    internal string? Refusal(Uri url)
    {
        if (url.Scheme != Uri.UriSchemeHttps || url.Port != 443 || url.UserInfo.Length > 0)
            return "only https on port 443 is opened";
        return url.HostNameType == UriHostNameType.Dns && hosts.Contains(url.IdnHost) ? null : $"{url.IdnHost} is not among the allowed hosts";
    }
}
