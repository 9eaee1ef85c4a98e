using KubeGuide.Web.Commands;

namespace KubeGuide.Web.Tests.Commands;

/// <summary>Runs the program's commands in this process. Standard input and output are the process's own: who uses this is in the collection "console".</summary>
internal static class Terminal
{
    public static Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync(arguments, input: "");

    public static async Task<(int Code, string Output, string Error)> RunAsync(string[] arguments, string input)
    {
        var (standardIn, standardOut, standardError) = (Console.In, Console.Out, Console.Error);
        using var given = new StringReader(input);
        using var output = new StringWriter();
        using var error = new StringWriter();
        Console.SetIn(given);
        Console.SetOut(output);
        Console.SetError(error);
        try
        {
            return (await CommandLine.RunAsync(arguments), output.ToString(), error.ToString());
        }
        finally
        {
            Console.SetIn(standardIn);
            Console.SetOut(standardOut);
            Console.SetError(standardError);
        }
    }
}
