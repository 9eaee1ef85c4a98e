using KubeGuide.Web.Serving;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NumberHandling = System.Text.Json.Serialization.JsonNumberHandling;

namespace KubeGuide.Web.Endpoints;

/// <summary><c>/openapi.json</c>, made from the endpoints themselves: one that has a summary is described.</summary>
internal static class ApiDescription
{
    private const string Document = "kubeguide";

    /// <summary>Any content type is read as YAML; to declare one at the endpoint would refuse the others.</summary>
    private static OpenApiRequestBody Yaml => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType> { ["application/yaml"] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } } },
    };

    public static void AddApiDescription(this IServiceCollection services)
    {
        // The schemas are read from these options: our numbers are numbers, never text.
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.NumberHandling = NumberHandling.Strict);
        services.AddOpenApi(Document, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = endpoint =>
                endpoint.HttpMethod != HttpMethods.Head && endpoint.ActionDescriptor.EndpointMetadata.OfType<IEndpointSummaryMetadata>().Any();
            options.CreateSchemaReferenceId = type => OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } id && id.EndsWith("Json", StringComparison.Ordinal)
                ? id[..^"Json".Length]
                : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
            options.AddDocumentTransformer((document, context, _) =>
            {
                var site = context.ApplicationServices.GetRequiredService<SiteOptions>();
                document.Info = new OpenApiInfo { Title = site.Title, Version = ProductVersion.Text };
                document.Servers = [new OpenApiServer { Url = site.PublicUrl ?? (site.PathBase.Length > 0 ? site.PathBase : "/") }];
                document.Tags?.Clear();
                return Task.CompletedTask;
            });
            options.AddOperationTransformer((operation, context, _) =>
            {
                operation.Tags?.Clear();
                if (context.Description.HttpMethod == HttpMethods.Post)
                    operation.RequestBody = Yaml;
                return Task.CompletedTask;
            });
        });
    }

    public static void MapApiDescription(this IEndpointRouteBuilder app) =>
        app.MapMethods("/openapi.json", Documents.Reading, async ([FromKeyedServices(Document)] IOpenApiDocumentProvider provider, CancellationToken cancel) =>
        {
            var document = await provider.GetOpenApiDocumentAsync(cancel);
            return Results.Text(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancel), "application/json; charset=utf-8");
        }).WithMetadata(new FromGlossary());
}
