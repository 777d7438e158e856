using Akka.Actor;

namespace Akka.Hosting;

/// <summary>Runs when the host starts, after all actors are started.</summary>
public delegate Task StartupTask(ActorSystem system, IActorRegistry registry);
