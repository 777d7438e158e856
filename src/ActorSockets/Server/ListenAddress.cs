using System.Net;
using System.Net.Sockets;

namespace ActorSockets.Server;

/// <summary>The address behind the name that a listener is to bind.</summary>
internal static class ListenAddress
{
    /// <summary>Where a name has both kinds of address, most peers of a server that is named so come by IPv4.</summary>
    public static async Task<IPEndPoint> ResolveAsync(DnsEndPoint name)
    {
        var found = await Dns.GetHostAddressesAsync(name.Host).ConfigureAwait(false);
        var chosen = found.FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork);
        return new IPEndPoint(chosen ?? found[0], name.Port);
    }
}
