using Akka.Actor;
using Akka.Event;

namespace Akka.IO;

/// <summary>Stops whatever connection fails; speaks softly of one that followed its handler into death.</summary>
internal sealed class TcpConnectionSupervisorStrategy()
    : OneForOneStrategy(_ => Directive.Stop)
{
    protected override void LogFailure(IActorContext context, IActorRef child, Exception cause, Directive directive)
    {
        if (cause is not DeathPactException)
        {
            base.LogFailure(context, child, cause, directive);
            return;
        }

        var closed = new Debug(child.Path.ToString(), typeof(Tcp), "Closed after handler termination");
        context.System.EventStream.Publish(closed);
    }
}
