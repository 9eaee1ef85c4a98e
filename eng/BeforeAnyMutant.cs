using System.Runtime.CompilerServices;

namespace KubeGuide.Core.Tests;

/// <summary>
/// Put among the tests by <c>mutation-test.sh</c>. Stryker's runner tests one mutant after another in the same process, so
/// whatever is made once a process (the catalog, a test's glossary) would keep the mutant that happened to be on when it was
/// made, and tests would fail for all that come after. It is made here, before the first test, with no mutant on.
/// </summary>
internal static class BeforeAnyMutant
{
    private static readonly byte[] None = BitConverter.GetBytes(-1);

    [ModuleInitializer]
    internal static void MakeWhatIsMadeOnce()
    {
        var file = Environment.GetEnvironmentVariable("STRYKER_MUTANT_FILE");
        var mutant = file is null ? null : Read(file);
        if (mutant is not null)
            Write(file!, None);
        foreach (var type in typeof(Glossary).Assembly.GetTypes().Concat(typeof(TestNotes).Assembly.GetTypes()).Where(type => !type.ContainsGenericParameters))
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        _ = TestNotes.Glossary(("notes.md", "# Pod\n\nServiceの宛先。\n\n```yaml\nkind: Pod\n```\n\nhttps://zenn.dev/a/articles/0123456789abcd\n")).Diagnostics;
        if (mutant is not null)
            Write(file!, mutant);
    }

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[None.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static void Write(string file, byte[] mutant)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        stream.Write(mutant);
    }
}
