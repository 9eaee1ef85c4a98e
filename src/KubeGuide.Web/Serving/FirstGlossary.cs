using KubeGuide.Web.Endpoints;

namespace KubeGuide.Web.Serving;

/// <summary>What is asked for before the notes are read waits for them; the probes say how far it is.</summary>
internal static class FirstGlossary
{
    public static void UseFirstGlossary(this WebApplication app)
    {
        var store = app.Services.GetRequiredService<GlossaryStore>();
        app.Use((context, next) => store.IsReady || Probes.IsProbe(context.Request.Path) ? next(context) : WaitAsync(context, next));

        async Task WaitAsync(HttpContext context, RequestDelegate next)
        {
            await store.Ready.WaitAsync(context.RequestAborted);
            await next(context);
        }
    }
}
