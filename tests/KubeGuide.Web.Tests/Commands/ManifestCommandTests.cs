namespace KubeGuide.Web.Tests.Commands;

/// <summary>Standard input and output are the process's own: these tests run one after another.</summary>
[Collection("console")]
public sealed class ManifestCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kubeguide-manifest-");

    [Fact]
    public async Task Files_are_one_bundle_and_each_line_names_its_file()
    {
        var service = Save("service.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec:\n  selector: {app: web}");
        var deployment = Save("deployment.yaml", "\r\napiVersion: apps/v1\r\nkind: Deployment\r\nmetadata: {name: web}\r\nspec:\r\n  template:\r\n    metadata: {labels: {app: web}}\r\n    spec: {serviceAccountName: nobody}\r\n");
        var (code, output) = await RunAsync("", service, deployment);
        Assert.Equal(0, code);
        Assert.Contains(output, line => line.StartsWith(service + ":5 ", StringComparison.Ordinal) && line.Contains("Deployment `web`", StringComparison.Ordinal));
        Assert.Contains(output, line => line.StartsWith($"{deployment}:8 ", StringComparison.Ordinal) && line.Contains(" dangling-reference ", StringComparison.Ordinal));
        Assert.StartsWith("オブジェクト2個、参照2件（参照先がないもの1件）", output[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_else_an_object_stands_is_named_by_its_file_and_each_file_may_begin_as_it_likes()
    {
        var first = Save("first.yaml", "# the first\napiVersion: v1\nkind: Pod\nmetadata: {name: web}\n");
        var second = Save("second.yaml", "\uFEFF%YAML 1.2\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: web}");
        var (code, output) = await RunAsync("", first, Save("empty.yaml", ""), second);
        Assert.Equal(1, code);
        Assert.StartsWith($"{second}:3 error duplicate-object Pod「web」は{first}:2にもあります。", Assert.Single(output, line => line.Contains(" error ", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_is_exit_code_1_and_standard_input_is_a_dash()
    {
        var (code, output) = await RunAsync("apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata: {name: web}\n---\nkind: [\n", "-");
        Assert.Equal(1, code);
        Assert.Contains(output, line => line.StartsWith("<stdin>:1 ", StringComparison.Ordinal) && line.Contains(" removed-api ", StringComparison.Ordinal));
        Assert.Contains(output, line => line.Contains(" error parse ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Neither_values_of_secrets_nor_control_characters_reach_the_terminal()
    {
        var (_, output) = await RunAsync("apiVersion: v1\nkind: Secret\nmetadata: {name: \"a\\e[31m\"}\nstringData: {key: hunter-2}\n---\nkind: \"Po\\ed\"\napiVersion: v1\n---\nkind: Secret\nstringData: {key: hunter-2, [", "-");
        Assert.DoesNotContain("hunter", string.Concat(output), StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', string.Concat(output));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_wrong_use()
    {
        Assert.Equal(2, (await RunAsync("", Path.Combine(folder.FullName, "none.yaml"))).Code);
        Assert.Equal(2, (await RunAsync("", folder.FullName)).Code);
        Assert.Equal(2, (await RunAsync("")).Code);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string Save(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static async Task<(int Code, string[] Output)> RunAsync(string input, params string[] files)
    {
        var (code, output, _) = await Terminal.RunAsync(["manifest", .. files], input);
        return (code, output.TrimEnd('\n').Split('\n'));
    }
}
