using Akka.Actor;

namespace Akka.Routing;

/// <summary>The actor behind a pool: supervises its routees, and starts and stops them on request.</summary>
internal sealed class RouterPoolActor(SupervisorStrategy supervisorStrategy) : RouterActor
{
    protected override SupervisorStrategy SupervisorStrategy() => supervisorStrategy;

    protected override void OnReceive(object message)
    {
        if (message is AdjustPoolSize { Change: var change })
        {
            Adjust(change);
        }
        else
        {
            base.OnReceive(message);
        }
    }

    private void Adjust(int change)
    {
        if (change > 0)
        {
            Cell.AddRoutees(change);
            return;
        }

        foreach (var routee in Cell.Router.Routees.TakeLast(-change).ToArray())
        {
            Cell.RemoveRoutee(routee, stopChild: true);
        }
    }
}
