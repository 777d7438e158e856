using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.Routing;

namespace Akka.IO;

/// <summary>
/// Names to addresses. <see cref="ResolveName"/> answers from the cache, or asks the manager, which sends
/// <see cref="Resolved"/>.
/// </summary>
public class Dns : ExtensionIdProvider<DnsExt>
{
    public static readonly Dns Instance = new();

    public static Resolved? Cached(string name, ActorSystem system) => Instance.Apply(system).Cache.Cached(name);

    /// <summary>The cached answer; or null, and the answer will be sent to <paramref name="sender"/>.</summary>
    public static Resolved? ResolveName(string name, ActorSystem system, IActorRef sender) =>
        Instance.Apply(system).Cache.Resolve(name, system, sender);

    public override DnsExt CreateExtension(ExtendedActorSystem system) => new(system);

    /// <summary>What the manager takes and sends.</summary>
    public abstract class Command : INoSerializationVerificationNeeded
    {
    }

    /// <summary>To the manager: which addresses has this name? Answered by <see cref="Resolved"/>.</summary>
    public class Resolve : Command, IConsistentHashable
    {
        public Resolve(string name)
        {
            Name = name;
        }

        public string Name { get; }

        public object ConsistentHashKey => Name;

        public override string ToString() => $"Resolve({Name})";
    }

    /// <summary>
    /// From the manager, to the sender of <see cref="Resolve"/>: the addresses, or why there are none.
    /// </summary>
    public class Resolved : Command
    {
        public Resolved(string name, Exception ex)
        {
            Name = name;
            Ipv4 = [];
            Ipv6 = [];
            Exception = ex;
        }

        public Resolved(string name, IEnumerable<IPAddress> ipv4, IEnumerable<IPAddress> ipv6)
        {
            Name = name;
            Ipv4 = ipv4;
            Ipv6 = ipv6;
        }

        public string Name { get; }

        public IEnumerable<IPAddress> Ipv4 { get; }

        public IEnumerable<IPAddress> Ipv6 { get; }

        public Exception? Exception { get; }

        public bool IsSuccess => Exception is null;

        /// <summary>The first address, of version 4 where there is one.</summary>
        public IPAddress? Addr => Ipv4.FirstOrDefault() ?? Ipv6.FirstOrDefault();

        public static Resolved Create(string name, IEnumerable<IPAddress> addresses)
        {
            var all = addresses.ToArray();
            return new Resolved(
                name,
                Array.FindAll(all, address => address.AddressFamily == AddressFamily.InterNetwork),
                Array.FindAll(all, address => address.AddressFamily == AddressFamily.InterNetworkV6));
        }

        public override string ToString() => IsSuccess
            ? $"Resolved({Name}, [{string.Join(", ", Ipv4.Concat(Ipv6))}])"
            : $"Resolved({Name}, {Exception!.Message})";
    }
}
