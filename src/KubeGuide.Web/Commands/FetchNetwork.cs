using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace KubeGuide.Web.Commands;

/// <summary>The ground that fetching stands on; tests put a local server in its place.</summary>
/// <param name="Resolve">All addresses of a host.</param>
/// <param name="IsAllowed">Asked for the very address that is then connected to.</param>
/// <param name="Connect">Opens a connection to port 443 of the address.</param>
/// <param name="Trust">Decides on the server's certificate; null for the system's rules.</param>
internal sealed record FetchNetwork(
    Func<string, CancellationToken, Task<IPAddress[]>> Resolve,
    Func<IPAddress, bool> IsAllowed,
    Func<IPAddress, CancellationToken, Task<Stream>> Connect,
    RemoteCertificateValidationCallback? Trust)
{
    internal static FetchNetwork Internet { get; } = new(Dns.GetHostAddressesAsync, PublicAddress.IsPublic, ConnectAsync, null);

    /// <exception cref="RefusedAddressException">No address of the host is a public one.</exception>
    internal async ValueTask<Stream> OpenAsync(string host, CancellationToken cancel)
    {
        var addresses = await Resolve(host, cancel);
        return Array.Find(addresses, address => IsAllowed(address)) is { } address
            ? await Connect(address, cancel)
            : throw new RefusedAddressException();
    }

    private static async Task<Stream> ConnectAsync(IPAddress address, CancellationToken cancel)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(address, 443), cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A host's addresses are not public ones.</summary>
internal sealed class RefusedAddressException() : Exception("No public address.");
