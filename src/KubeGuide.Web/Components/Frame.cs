using KubeGuide.Core;
using KubeGuide.Core.Rendering;
using KubeGuide.Web.Serving;

namespace KubeGuide.Web.Components;

/// <summary>What every page is made from.</summary>
public sealed record Frame(Glossary Glossary, SiteOptions Options, SiteLinks Links, AssetUrls Assets);
