using System.Collections.Frozen;
using Microsoft.AspNetCore.StaticAssets;

namespace KubeGuide.Web.Serving;

/// <summary>The fingerprinted addresses of the site's own files, which a browser may keep for ever.</summary>
public sealed class AssetUrls(string pathBase, FrozenDictionary<string, string> byName)
{
    /// <summary>Reads them from the endpoints that serve the files.</summary>
    public static AssetUrls From(string pathBase, IEnumerable<EndpointDataSource> sources)
    {
        var urls = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var asset in sources.SelectMany(source => source.Endpoints).Select(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>()).OfType<StaticAssetDescriptor>())
        {
            var label = asset.Properties.FirstOrDefault(property => property.Name == "label")?.Value;
            if (label is not null && asset.Selectors.Count == 0)
                urls.TryAdd(label, asset.Route);
        }

        return new AssetUrls(pathBase, urls.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <param name="name">Path below <c>wwwroot</c>.</param>
    public string this[string name] => $"{pathBase}/{byName.GetValueOrDefault(name, name)}";
}
