using System.Text;
using KubeGuide.Web.Serving;
using Microsoft.AspNetCore.Http;

namespace KubeGuide.Web.Tests.Serving;

public sealed class StoredResponseTests
{
    private const int Requests = 1_000;

    /// <summary>Headers and body are ready: what is left is the writing of a length.</summary>
    [Theory]
    [InlineData("gzip, deflate, br", null, 200)]
    [InlineData("gzip", null, 200)]
    [InlineData("gzip;q=0.5, *;q=0", "\"other\", W/\"more\"", 200)]
    [InlineData("", null, 200)]
    [InlineData("gzip", "same", 304)]
    public async Task A_known_response_is_sent_without_allocating(string accepted, string? known, int status)
    {
        var response = new StoredResponse(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<p>Podは最小単位です。</p>", 500))), "text/html", mayCompress: true);
        var context = new DefaultHttpContext();
        context.Request.Method = HttpMethods.Get;
        context.Request.Headers.AcceptEncoding = accepted;
        await response.WriteAsync(context);
        if (known is not null)
            context.Request.Headers.IfNoneMatch = known == "same" ? context.Response.Headers.ETag : known;
        await response.WriteAsync(context);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Requests; i++)
            Assert.True(response.WriteAsync(context).IsCompletedSuccessfully);
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / Requests;
        Assert.Equal(status, context.Response.StatusCode);
        Assert.InRange(each, 0, 64);
    }

    [Theory]
    [InlineData("br", true)]
    [InlineData("gzip, BR", true)]
    [InlineData("br;q=0.1", true)]
    [InlineData("br;q=0", false)]
    [InlineData("br; q=0.000", false)]
    [InlineData("br;q=x", false)]
    [InlineData("brotli", false)]
    [InlineData("", false)]
    public void An_encoding_is_taken_where_it_is_named_and_wanted(string header, bool isTaken) =>
        Assert.Equal(isTaken, RequestPreferences.AcceptsEncoding(header, "br"));

    [Theory]
    [InlineData("\"a\"", true)]
    [InlineData("W/\"a\"", true)]
    [InlineData("\"b\" , \"a\"", true)]
    [InlineData("*", true)]
    [InlineData("\"ab\"", false)]
    [InlineData("a", false)]
    [InlineData("", false)]
    public void A_client_has_a_response_that_its_tags_name(string header, bool hasIt) =>
        Assert.Equal(hasIt, RequestPreferences.HasAlready(header, "\"a\""));
}
