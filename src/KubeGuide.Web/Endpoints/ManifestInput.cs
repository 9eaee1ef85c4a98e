using System.Text;
using KubeGuide.Core.Manifests;
using KubeGuide.Web.Components.Manifests;
using Microsoft.AspNetCore.Http.Features;

namespace KubeGuide.Web.Endpoints;

/// <summary>What somebody sent to be read, or why it cannot be.</summary>
/// <param name="Status">200, or that of the refusal.</param>
/// <param name="Refusal">Japanese; null where the text can be read.</param>
internal sealed record ManifestInput(string Text, int Status, string? Refusal)
{
    /// <summary>Bytes of a request's body; a form needs more than its text.</summary>
    public const int LargestBody = 1024 * 1024;

    /// <summary>Bytes of a larger body that are taken in, and thrown away.</summary>
    private const int LargestDrained = 16 * 1024 * 1024;

    private const string CutShort = "入力が途中で切れたため読めません。もう一度送ってください。";

    private static readonly int LargestText = ManifestLimits.Default.Bytes;

    /// <summary>Everything stays in memory.</summary>
    private static readonly FormOptions Form = new() { MemoryBufferThreshold = LargestBody, BufferBody = false };

    /// <summary>The body is the text, whatever its type says.</summary>
    public static Task<ManifestInput> OfBodyAsync(HttpContext context) => GuardedAsync(context, async () =>
        Of(await TextAsync(context.Request.Body, context.RequestAborted)));

    /// <summary>A form with a field <c>yaml</c>, and a <c>file</c> that goes before it.</summary>
    public static Task<ManifestInput> OfFormAsync(HttpContext context) => GuardedAsync(context, async () =>
    {
        if (!context.Request.HasFormContentType)
            return new ManifestInput("", StatusCodes.Status415UnsupportedMediaType, "フォームから送られたものではないため読めません。下の欄にYAMLを貼ってください。");
        var form = await context.Request.ReadFormAsync(Form, context.RequestAborted);
        if (form.Files.GetFile("file") is not { Length: > 0 } file)
            return Of(form["yaml"].ToString());
        await using var content = file.OpenReadStream();
        return Of(await TextAsync(content, context.RequestAborted));
    });

    /// <summary>Line ends of a form are two characters; in the text they are one.</summary>
    private static ManifestInput Of(string text)
    {
        var read = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        return Encoding.UTF8.GetByteCount(read) > LargestText
            ? new ManifestInput(read, StatusCodes.Status413PayloadTooLarge, ManifestReading.TooLarge)
            : new ManifestInput(read, StatusCodes.Status200OK, null);
    }

    private static async Task<string> TextAsync(Stream content, CancellationToken cancel)
    {
        using var reader = new StreamReader(content, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancel);
    }

    /// <summary>Lets the sender finish, within reason: one that is cut off does not hear why.</summary>
    private static async Task<ManifestInput> RefusedAsync(HttpContext context)
    {
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
        var (room, left) = (new byte[16 * 1024], LargestDrained);
        while (left > 0 && await context.Request.Body.ReadAsync(room, context.RequestAborted) is var count and > 0)
            left -= count;
        return new ManifestInput("", StatusCodes.Status413PayloadTooLarge, ManifestReading.TooLarge);
    }

    private static async Task<ManifestInput> GuardedAsync(HttpContext context, Func<Task<ManifestInput>> read)
    {
        try
        {
            if (context.Request.ContentLength is > LargestBody)
                return await RefusedAsync(context);
            return await read();
        }
        catch (BadHttpRequestException e)
        {
            return new ManifestInput("", e.StatusCode, e.StatusCode == StatusCodes.Status413PayloadTooLarge ? ManifestReading.TooLarge : CutShort);
        }
        catch (IOException)
        {
            return new ManifestInput("", StatusCodes.Status400BadRequest, CutShort);
        }
        catch (Exception e) when (e is InvalidDataException or FormatException)
        {
            return new ManifestInput("", StatusCodes.Status400BadRequest, "フォームとして読めません。下の欄にYAMLを貼ってください。");
        }
    }
}
