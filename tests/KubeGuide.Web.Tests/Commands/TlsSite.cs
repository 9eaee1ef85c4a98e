using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using KubeGuide.Web.Commands;

namespace KubeGuide.Web.Tests.Commands;

/// <summary>A local server that answers over TLS as rudely as a test wants, and the network that leads every host to it.</summary>
internal sealed class TlsSite : IAsyncDisposable
{
    private static readonly X509Certificate2 Certificate = NewCertificate();

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<string, Stream, CancellationToken, Task> answer;
    private readonly Task accepting;

    /// <param name="answer">Gets host and path (<c>zenn.dev/a</c>) and the stream to write a whole response to.</param>
    public TlsSite(Func<string, Stream, CancellationToken, Task> answer)
    {
        this.answer = answer;
        listener.Start();
        accepting = AcceptAsync();
    }

    public ConcurrentQueue<string> Requests { get; } = [];

    public ConcurrentQueue<IPAddress> Connected { get; } = [];

    /// <summary>Every host has a public address, unless <paramref name="addresses"/> says otherwise; connections end here.</summary>
    public FetchNetwork Network(Dictionary<string, string>? addresses = null) => new(
        (host, _) => Task.FromResult(new[] { IPAddress.Parse(addresses?.GetValueOrDefault(host) ?? "1.1.1.1") }),
        PublicAddress.IsPublic,
        async (address, cancel) =>
        {
            Connected.Enqueue(address);
            var client = new TcpClient();
            await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint, cancel);
            return client.GetStream();
        },
        (_, certificate, _, _) => certificate?.GetCertHashString() == Certificate.GetCertHashString());

    public static Func<string, Stream, CancellationToken, Task> Always(string head, byte[] body) => (_, stream, cancel) => WriteAsync(stream, head, body, cancel);

    public static async Task WriteAsync(Stream stream, string head, byte[] body, CancellationToken cancel)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {head}\r\nConnection: close\r\nContent-Length: {body.Length}\r\n\r\n"), cancel);
        await stream.WriteAsync(body, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await accepting;
        listener.Stop();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
                serving.Add(ServeAsync(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var tls = new SslStream(client.GetStream());
                await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = Certificate }, stop.Token);
                using var reader = new StreamReader(tls, Encoding.ASCII, leaveOpen: true);
                var path = (await reader.ReadLineAsync(stop.Token))?.Split(' ')[1] ?? "";
                var host = "";
                while (await reader.ReadLineAsync(stop.Token) is { Length: > 0 } line)
                    host = line.StartsWith("Host: ", StringComparison.OrdinalIgnoreCase) ? line["Host: ".Length..] : host;
                Requests.Enqueue(host + path);
                await answer(host + path, tls, stop.Token);
                await tls.ShutdownAsync();
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // The client left, as it should.
            }
        }
    }

    private static X509Certificate2 NewCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
    }
}
