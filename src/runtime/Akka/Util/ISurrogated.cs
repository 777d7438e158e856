using Akka.Actor;

namespace Akka.Util;

/// <summary>An object that can be replaced by an <see cref="ISurrogate"/> where it has to leave the process.</summary>
public interface ISurrogated
{
    ISurrogate? ToSurrogate(ActorSystem system);
}
