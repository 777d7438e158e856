namespace Akka.Actor.Setup;

/// <summary>A typed part of what an actor system is set up with from code.</summary>
public abstract class Setup
{
    public ActorSystemSetup And(Setup other) => ActorSystemSetup.Create(this, other);
}
