using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace KubeGuide.Web.Commands;

/// <summary>Tells addresses on the open internet from those that lead back into somebody's own network.</summary>
internal static class PublicAddress
{
    /// <summary>IANA's special-purpose IPv4 ranges, with multicast and what is reserved.</summary>
    private static readonly ImmutableArray<IPNetwork> NotPublicV4 = Networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
        "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4");

    /// <summary>The only IPv6 range handed out to the public internet.</summary>
    private static readonly IPNetwork GlobalV6 = IPNetwork.Parse("2000::/3");

    /// <summary>What stands for something else inside it: Teredo and other protocols, documentation, 6to4, segment routing.</summary>
    private static readonly ImmutableArray<IPNetwork> NotPublicV6 = Networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    internal static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return IsPublic(address.MapToIPv4());
        return address.AddressFamily == AddressFamily.InterNetwork
            ? !NotPublicV4.Any(network => network.Contains(address))
            : GlobalV6.Contains(address) && !NotPublicV6.Any(network => network.Contains(address));
    }

    private static ImmutableArray<IPNetwork> Networks(params ReadOnlySpan<string> ranges) => [.. ranges.ToArray().Select(IPNetwork.Parse)];
}
