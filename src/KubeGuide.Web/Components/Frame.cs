using KubeGuide.Core;
using KubeGuide.Core.Rendering;
using KubeGuide.Web.Serving;

namespace KubeGuide.Web.Components;

/// <summary>What every page is made from.</summary>
public sealed record Frame(Glossary Glossary, SiteOptions Options, SiteLinks Links, AssetUrls Assets)
{
    /// <summary>The address to give away: absolute where a public one is configured, else path-absolute. Never from the request.</summary>
    /// <param name="path">Begins with a slash, without the site's prefix.</param>
    public string Address(string path) => (Options.PublicUrl ?? Links.PathBase) + path;
}
