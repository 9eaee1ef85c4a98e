using KubeGuide.Core;
using KubeGuide.Web.Serving;

namespace KubeGuide.Web.Components.Manifests;

/// <summary>What stands below the form: an explanation, a refusal, or nothing yet.</summary>
/// <param name="Notice">Why the text was not read, in Japanese; null where it was.</param>
public sealed record ManifestReading(ManifestModel? Model = null, string? Notice = null)
{
    public const string TooLarge = "入力が大きすぎるため読めません（上限は512 KiB）。分けて入力してください。";
    public const string Busy = "いま読んでいるものが多いため、まだ読めません。数秒後にもう一度お試しください。";

    public static ManifestReading Nothing { get; } = new();

    /// <summary>Of a text that is not too large.</summary>
    internal static async Task<ManifestReading> OfAsync(string text, Glossary glossary, Turns readings, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(text))
            return Nothing;
        var model = await readings.TryAsync(() => ManifestModel.Of(text, glossary), cancel);
        return new ManifestReading(model, model is null ? Busy : null);
    }
}
