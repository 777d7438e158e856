using System.Net;
using Akka.Actor;
using Akka.IO;
using Dns = Akka.IO.Dns;

namespace ActorSockets.Tests.IO;

/// <summary>
/// A source of addresses that knows the name "here", and answers when it is told to release. Asked to count, it says
/// how many questions it holds.
/// </summary>
public sealed class HeldDns : IDnsProvider
{
    public const string Config = """
        akka.io.dns.resolver = held
        akka.io.dns.held.provider-object = "ActorSockets.Tests.IO.HeldDns, ActorSockets.Tests"
        """;

    public DnsBase Cache { get; } = new Nothing();

    public Type ActorClass => typeof(Manager);

    public Type ManagerClass => typeof(Manager);

    private sealed class Nothing : DnsBase;

    /// <summary>In place of the one that asks the system.</summary>
    public sealed class Manager : UntypedActor
    {
        private readonly List<(Dns.Resolve Question, IActorRef Asker)> _held = [];

        public Manager(DnsExt ext)
        {
            _ = ext;
        }

        protected override void OnReceive(object message)
        {
            if (message is Dns.Resolve question)
            {
                _held.Add((question, Sender));
                return;
            }

            if ("count".Equals(message))
            {
                Sender.Tell(_held.Count);
                return;
            }

            _held.ForEach(held => held.Asker.Tell(Answer(held.Question.Name)));
            _held.Clear();
        }

        private static Dns.Resolved Answer(string name) => name == "here"
            ? Dns.Resolved.Create(name, [IPAddress.IPv6Loopback, IPAddress.Loopback])
            : new Dns.Resolved(name, new InvalidOperationException("no such name"));
    }
}
