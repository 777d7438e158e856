using Akka.Actor;

namespace Akka.IO;

/// <summary>An extension whose commands go to one manager actor.</summary>
public abstract class IOExtension : IExtension
{
    public abstract IActorRef Manager { get; }
}
