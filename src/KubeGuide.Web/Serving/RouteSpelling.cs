using Microsoft.AspNetCore.Routing.Patterns;

namespace KubeGuide.Web.Serving;

/// <summary>Every address has one spelling: its route's own, in its case and without a slash at the end.</summary>
internal static class RouteSpelling
{
    /// <summary>The request's address in its one spelling, query included; null where it is spelled so, or where the route leaves the spelling open.</summary>
    public static string? Corrected(HttpContext context, string pathBase)
    {
        if (context.GetEndpoint() is not RouteEndpoint { RoutePattern.PathSegments: [{ Parts: [RoutePatternLiteralPart] }, ..] segments })
            return null;
        var path = context.Request.Path.Value!;
        var given = path.Trim('/').Split('/');
        var own = "/" + string.Join('/', given.Select((text, index) => index < segments.Count ? Spelled(segments[index], text) : text));
        var prefix = context.Request.PathBase.HasValue ? pathBase : "";
        return own == path && prefix == context.Request.PathBase.Value ? null : new PathString(prefix + own).ToUriComponent() + context.Request.QueryString;
    }

    /// <summary>The literal end of a segment as the route has it: <c>.json</c> for <c>.JSON</c>.</summary>
    private static string Spelled(RoutePatternPathSegment segment, string given) =>
        segment.Parts[^1] is RoutePatternLiteralPart { Content: var literal } && given.EndsWith(literal, StringComparison.OrdinalIgnoreCase)
            ? given[..^literal.Length] + literal
            : given;
}
