using KubeGuide.Core.Manifests;
using KubeGuide.Web.Components;
using KubeGuide.Web.Components.Manifests;
using KubeGuide.Web.Components.Pages;
using KubeGuide.Web.Serving;
using Microsoft.AspNetCore.Mvc;

namespace KubeGuide.Web.Endpoints;

/// <summary><c>/manifest</c> and <c>/api/manifest</c>: they change nothing and keep nothing, so that no token and no cookie is needed and any replica answers.</summary>
internal static class Manifests
{
    public static void MapManifests(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/manifest", Documents.Reading, Blank);
        var readings = app.MapGroup("").WithMetadata(new RequestSizeLimitAttribute(ManifestInput.LargestBody));
        readings.MapPost("/manifest", ReadAsync);
        readings.MapPost("/api/manifest", ReadForToolsAsync)
            .WithSummary("マニフェストを読む。本文はYAML。オブジェクト、参照、気づいたことを返す").Produces<ManifestJson>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>Holds the key to a circuit of its own, as the board does.</summary>
    private static IResult Blank(Frame frame, string? example) =>
        ManifestExample.All.FirstOrDefault(known => known.Id == example) is { } chosen
            ? Page(frame, StatusCodes.Status200OK, chosen.Yaml, new ManifestReading(ManifestModel.Of(chosen.Yaml, frame.Glossary)))
            : Page(frame, StatusCodes.Status200OK, "", ManifestReading.Nothing);

    private static async Task<IResult> ReadAsync(Frame frame, HttpContext context, Workload work)
    {
        context.Response.Headers.CacheControl = "no-store";
        var input = await ManifestInput.OfFormAsync(context);
        if (input.Refusal is not null)
            return Page(frame, input.Status, input.Text, new ManifestReading(Notice: input.Refusal));
        var reading = await ManifestReading.OfAsync(input.Text, frame.Glossary, work.Manifests, context.RequestAborted);
        if (reading.Notice is null)
            return Page(frame, StatusCodes.Status200OK, input.Text, reading);
        context.Response.Headers.RetryAfter = Turns.RetryAfter;
        return Page(frame, StatusCodes.Status503ServiceUnavailable, input.Text, reading);
    }

    private static async Task<IResult> ReadForToolsAsync(Frame frame, HttpContext context, Workload work)
    {
        context.Response.Headers.CacheControl = "no-store";
        var input = await ManifestInput.OfBodyAsync(context);
        if (input.Refusal is not null)
            return Results.Problem(title: "Cannot be read", detail: input.Refusal, statusCode: input.Status);
        if (await work.Manifests.TryAsync(() => ManifestJson.Of(ManifestConcepts.Resolve(ManifestReader.Read(input.Text, frame.Glossary.Catalog, ManifestLimits.Default), frame.Glossary)), context.RequestAborted) is { } json)
            return Data.Json(json, DataJson.Readable.ManifestJson);
        context.Response.Headers.RetryAfter = Turns.RetryAfter;
        return Results.Problem(title: "Too many readings", detail: ManifestReading.Busy, statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static IResult Page(Frame frame, int status, string text, ManifestReading reading) =>
        Documents.Page<ManifestPage>(frame, status, ("Text", text), ("Reading", reading));
}
