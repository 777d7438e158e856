using System.Net.Sockets;
using Akka.Actor;
using Akka.Configuration;

namespace Akka.IO;

/// <summary>Asks the operating system, without holding a thread up, and remembers the answer for a while.</summary>
public class InetAddressDnsResolver : ActorBase
{
    private readonly SimpleDnsCache _cache;
    private readonly long _positiveTtl;
    private readonly long _negativeTtl;
    private readonly bool _useIPv6;

    public InetAddressDnsResolver(SimpleDnsCache cache, Config config)
    {
        _cache = cache;
        _positiveTtl = Milliseconds(config, "positive-ttl", 30);
        _negativeTtl = Milliseconds(config, "negative-ttl", 10);
        _useIPv6 = config.GetBoolean("use-ipv6", true);
    }

    protected override bool Receive(object message)
    {
        if (message is not Dns.Resolve resolve)
        {
            return false;
        }

        if (_cache.Answer(resolve.Name) is { } known)
        {
            Sender.Tell(known);
        }
        else
        {
            Ask(resolve.Name).PipeTo(Sender, Self);
        }

        return true;
    }

    private async Task<Dns.Resolved> Ask(string name)
    {
        try
        {
            var family = _useIPv6 ? AddressFamily.Unspecified : AddressFamily.InterNetwork;
            var addresses = await System.Net.Dns.GetHostAddressesAsync(name, family).ConfigureAwait(false);
            return Remember(Dns.Resolved.Create(name, addresses), _positiveTtl);
        }
        catch (Exception cause) when (cause is SocketException or ArgumentException)
        {
            // Unknown name, no name server within reach, or no name at all: the answer to whoever asked.
            return Remember(new Dns.Resolved(name, cause), _negativeTtl);
        }
    }

    // The cache may be written from any thread: this runs after the await, outside of the actor.
    private Dns.Resolved Remember(Dns.Resolved answer, long ttl)
    {
        if (ttl > 0)
        {
            _cache.Put(answer, ttl);
        }

        return answer;
    }

    private static long Milliseconds(Config config, string key, int seconds) =>
        (long)config.GetTimeSpan(key, TimeSpan.FromSeconds(seconds)).TotalMilliseconds;
}
