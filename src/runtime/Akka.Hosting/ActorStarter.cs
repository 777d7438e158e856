using Akka.Actor;

namespace Akka.Hosting;

/// <summary>Starts actors when the host starts, and registers them.</summary>
public delegate Task ActorStarter(ActorSystem system, IActorRegistry registry);
