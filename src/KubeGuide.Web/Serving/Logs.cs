using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace KubeGuide.Web.Serving;

/// <summary>What is logged, and in which form: a line for a person at a terminal, JSON where a container's output is collected.</summary>
internal static partial class Logs
{
    /// <summary>What the host logs when it cannot start is said in one line instead; the rest of what it logs, we log ourselves.</summary>
    public static void AddLogs(this WebApplicationBuilder builder)
    {
        var logging = builder.Logging.ClearProviders();
        if (builder.Configuration.GetValue<bool>("RUNNING_IN_CONTAINER"))
        {
            logging.AddJsonConsole(console =>
            {
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
                console.JsonWriterOptions = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
            });
        }
        else
        {
            logging.AddSimpleConsole(console => console.SingleLine = true);
        }

        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None)
            // Says nothing below Warning; asked whether it may, it has every request make a trace of its own.
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
    }

    [LoggerMessage(1, LogLevel.Information, "KubeGuide {Version} serves {Concepts} concepts from {Notes} notes at {Urls}")]
    public static partial void Serving(ILogger logger, string version, int concepts, int notes, string urls);

    [LoggerMessage(2, LogLevel.Information, "Serving {Concepts} concepts from {Notes} notes after {Milliseconds} ms of building")]
    public static partial void Rebuilt(ILogger logger, int concepts, int notes, long milliseconds);

    [LoggerMessage(3, LogLevel.Critical, "The notes are no longer followed")]
    public static partial void NotFollowed(ILogger logger, Exception fault);
}
