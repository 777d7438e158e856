using Akka.Actor;

namespace Akka.Routing;

/// <summary>
/// The actor behind a router: it handles the messages for the router itself. All others never get here, the router's
/// cell hands them to routees on the sender's thread.
/// </summary>
internal class RouterActor : UntypedActor
{
    private const string ControllerName = "routingLogicController";

    private IActorRef? _routingLogicController;

    protected RoutedActorCell Cell => (RoutedActorCell)Context;

    protected override void PreStart()
    {
        if (Cell.RouterConfig.RoutingLogicController(Cell.Router.RoutingLogic) is { } props)
        {
            // it outlives a restart, as the routees do
            _routingLogicController = Context.Child(ControllerName) is var child && !child.IsNobody()
                ? child
                : Context.ActorOf(props.WithDispatcher(Context.Props.Dispatcher), ControllerName);
        }
    }

    // The routees outlive a restart of their router.
    protected override void PreRestart(Exception reason, object message)
    {
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case GetRoutees:
                Sender.Tell(new Routees(Cell.Router.Routees));
                break;
            case AddRoutee add:
                Cell.AddRoutee(add.Routee);
                break;
            case RemoveRoutee remove:
                Cell.RemoveRoutee(remove.Routee, stopChild: true);
                StopIfAllRouteesRemoved();
                break;
            case Terminated terminated:
                Cell.RemoveRoutee(new ActorRefRoutee(terminated.ActorRef), stopChild: false);
                StopIfAllRouteesRemoved();
                break;
            default:
                _routingLogicController?.Forward(message);
                break;
        }
    }

    protected void StopIfAllRouteesRemoved()
    {
        if (!Cell.Router.Routees.Any() && Cell.RouterConfig.StopRouterWhenAllRouteesRemoved)
        {
            Context.Stop(Self);
        }
    }
}
