using Akka.Actor;

namespace Akka.Routing;

/// <summary>A logic and the routees it chooses from. Immutable: other routees make another router.</summary>
public class Router
{
    private readonly Routee[] _routees;

    public Router(RoutingLogic logic, IActorRef routee, params IActorRef[] routees)
        : this(logic, [Routee.FromActorRef(routee), .. routees.Select(Routee.FromActorRef)])
    {
    }

    public Router(RoutingLogic logic, params Routee[] routees)
    {
        RoutingLogic = logic;
        _routees = routees ?? [];
    }

    public IEnumerable<Routee> Routees => _routees;

    public RoutingLogic RoutingLogic { get; }

    public virtual Router AddRoutee(Routee routee) =>
        _routees.Contains(routee) ? this : WithRoutees([.. _routees, routee]);

    public Router AddRoutee(IActorRef routee) => AddRoutee(new ActorRefRoutee(routee));

    public Router AddRoutee(ActorSelection routee) => AddRoutee(new ActorSelectionRoutee(routee));

    public virtual Router RemoveRoutee(Routee routee) =>
        WithRoutees(_routees.Where(each => !each.Equals(routee)).ToArray());

    public Router RemoveRoutee(IActorRef routee) => RemoveRoutee(new ActorRefRoutee(routee));

    public Router RemoveRoutee(ActorSelection routee) => RemoveRoutee(new ActorSelectionRoutee(routee));

    public virtual void Route(object message, IActorRef sender)
    {
        if (message is Broadcast)
        {
            new SeveralRoutees(_routees).Send(UnWrap(message), sender);
        }
        else
        {
            Send(RoutingLogic.Select(message, _routees), message, sender);
        }
    }

    public virtual Router WithRoutees(params Routee[] routees) => new(RoutingLogic, routees);

    protected virtual void Send(Routee routee, object message, IActorRef sender) =>
        routee.Send(UnWrap(message), sender);

    protected object UnWrap(object message) => message is RouterEnvelope envelope ? envelope.Message : message;
}
