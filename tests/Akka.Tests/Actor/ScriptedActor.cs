using Akka.Actor;

namespace Akka.Tests.Actor;

/// <summary>An actor whose behaviour is a function of the test.</summary>
internal sealed class ScriptedActor(Action<IActorContext, object> receive) : UntypedActor
{
    protected override void OnReceive(object message) => receive(Context, message);
}
