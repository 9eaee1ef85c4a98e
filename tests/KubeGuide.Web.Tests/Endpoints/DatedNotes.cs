namespace KubeGuide.Web.Tests.Endpoints;

/// <summary>A folder of a few notes, two of them dated and one hostile, served at a public address with a prefix and at none.</summary>
public sealed class DatedNotes : IAsyncLifetime
{
    public const string Public = "https://guide.example/team";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kubeguide-dated-");

    public RunningSite Site { get; private set; } = null!;

    public RunningSite Internal { get; private set; } = null!;

    /// <summary>Writes the notes into a folder.</summary>
    public static void Write(string folder)
    {
        Write(folder, "pod.md", "---\nupdated: 2026-10-02\n---\n# Pod\n\nコンテナを動かす最小の単位です。\n");
        Write(folder, "service.md", "---\nupdated: 2026-11-01\nsummary: '</script><script>alert(1)</script> & [宛先]'\n---\n# Service\n\nPodへの通り道です。\n");
        Write(folder, "運用/手順 その1.md", "# ロールバック手順\n\nDeploymentを戻します。\n\n## CI/CDの前に\n\n確認します。\n");
    }

    public async ValueTask InitializeAsync()
    {
        Write(folder.FullName);
        Site = await RunningSite.StartAsync(folder.FullName, ("KubeGuide:PublicUrl", Public), ("KubeGuide:PathBase", "/team"), ("KubeGuide:Title", "用語 & メモ"));
        Internal = await RunningSite.StartAsync(folder.FullName);
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        await Internal.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static void Write(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
