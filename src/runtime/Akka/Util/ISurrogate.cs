using Akka.Actor;

namespace Akka.Util;

/// <summary>The transportable stand-in of an <see cref="ISurrogated"/> object.</summary>
public interface ISurrogate
{
    ISurrogated? FromSurrogate(ActorSystem system);
}
