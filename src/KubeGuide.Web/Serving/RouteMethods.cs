using System.Collections.Immutable;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;

namespace KubeGuide.Web.Serving;

/// <summary>Which methods an address answers to; a route that takes any path at all is not its own.</summary>
internal sealed class RouteMethods(EndpointDataSource endpoints)
{
    private readonly Lazy<ImmutableArray<(TemplateMatcher Matcher, IReadOnlyList<string> Methods)>> routes = new(() =>
    [
        .. from endpoint in endpoints.Endpoints.OfType<RouteEndpoint>()
           let methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods
           where methods is { Count: > 0 } && endpoint.RoutePattern.PathSegments is [] or [{ Parts: [RoutePatternLiteralPart] }, ..]
           select (new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), []), methods),
    ]);

    /// <summary>In the order of the alphabet; none where there is no such address.</summary>
    public IEnumerable<string> At(PathString path) => routes.Value
        .Where(route => route.Matcher.TryMatch(path, []))
        .SelectMany(route => route.Methods).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
