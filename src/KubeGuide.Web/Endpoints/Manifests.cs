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
    private const string Busy = "いま読んでいるものが多いため、まだ読めません。数秒後にもう一度お試しください。";
    private const string SecondsToWait = "5";

    public static void MapManifests(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/manifest", Documents.Reading, Blank).WithMetadata(new FromGlossary(IsKept: false));
        var readings = app.MapGroup("").WithMetadata(new RequestSizeLimitAttribute(ManifestInput.LargestBody));
        readings.MapPost("/manifest", ReadAsync);
        readings.MapPost("/api/manifest", ReadForToolsAsync);
    }

    private static IResult Blank(Frame frame, string? example) =>
        ManifestExample.All.FirstOrDefault(known => known.Id == example) is { } chosen
            ? Page(frame, StatusCodes.Status200OK, chosen.Yaml, ManifestModel.Of(chosen.Yaml, frame.Glossary), null)
            : Page(frame, StatusCodes.Status200OK, "", null, null);

    private static async Task<IResult> ReadAsync(Frame frame, HttpContext context, ManifestReadings readings)
    {
        context.Response.Headers.CacheControl = "no-store";
        var input = await ManifestInput.OfFormAsync(context);
        if (input.Refusal is not null || string.IsNullOrWhiteSpace(input.Text))
            return Page(frame, input.Status, input.Text, null, input.Refusal);
        if (await readings.TryAsync(() => ManifestModel.Of(input.Text, frame.Glossary), context.RequestAborted) is { } model)
            return Page(frame, StatusCodes.Status200OK, input.Text, model, null);
        context.Response.Headers.RetryAfter = SecondsToWait;
        return Page(frame, StatusCodes.Status503ServiceUnavailable, input.Text, null, Busy);
    }

    private static async Task<IResult> ReadForToolsAsync(Frame frame, HttpContext context, ManifestReadings readings)
    {
        context.Response.Headers.CacheControl = "no-store";
        var input = await ManifestInput.OfBodyAsync(context);
        if (input.Refusal is not null)
            return Results.Problem(title: "Cannot be read", detail: input.Refusal, statusCode: input.Status);
        if (await readings.TryAsync(() => ManifestJson.Of(ManifestConcepts.Resolve(ManifestReader.Read(input.Text, frame.Glossary.Catalog, ManifestLimits.Default), frame.Glossary)), context.RequestAborted) is { } json)
            return Results.Json(json, DataJson.Readable.ManifestJson, "application/json; charset=utf-8");
        context.Response.Headers.RetryAfter = SecondsToWait;
        return Results.Problem(title: "Too many readings", detail: Busy, statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static IResult Page(Frame frame, int status, string text, ManifestModel? model, string? notice) =>
        Documents.Page<ManifestPage>(frame, status, ("Text", text), ("Model", model), ("Notice", notice));
}
