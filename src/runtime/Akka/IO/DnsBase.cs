using Akka.Actor;

namespace Akka.IO;

/// <summary>A cache of names; this one is always empty.</summary>
public abstract class DnsBase
{
    public virtual Dns.Resolved? Cached(string name) => null;

    public virtual Dns.Resolved? Resolve(string name, ActorSystem system, IActorRef sender)
    {
        var cached = Cached(name);
        if (cached is null)
        {
            Dns.Instance.Apply(system).Manager.Tell(new Dns.Resolve(name), sender);
        }

        return cached;
    }
}
