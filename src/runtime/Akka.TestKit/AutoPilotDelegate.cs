using Akka.Actor;

namespace Akka.TestKit;

/// <summary>An <see cref="AutoPilot"/> as a function.</summary>
public delegate AutoPilot AutoPilotDelegate(IActorRef sender, object message);
