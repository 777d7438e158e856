using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Dispatch;

namespace Akka.Routing;

/// <summary>
/// The cell of a router. It hands messages to routees on the thread of whoever sends them; only what is meant for the
/// router itself goes through the router actor's mailbox.
/// </summary>
internal sealed class RoutedActorCell : ActorCell
{
    // A routee that is removed still gets what others are about to hand to it.
    private static readonly TimeSpan StopDelay = TimeSpan.FromMilliseconds(100);

    private readonly Props _routeeProps;
    private readonly Lock _startLock = new();
    private List<Envelope>? _early = [];
    private volatile bool _isStarted;
    private volatile Router _router;

    public RoutedActorCell(
        ActorSystemImpl system,
        IInternalActorRef self,
        Props routerProps,
        MessageDispatcher dispatcher,
        Props routeeProps,
        IInternalActorRef supervisor)
        : base(system, self, routerProps, dispatcher, supervisor)
    {
        _routeeProps = routeeProps;
        RouterConfig = routerProps.RouterConfig;
        _router = RouterConfig.CreateRouter(system)!;
    }

    public Router Router => _router;

    public RouterConfig RouterConfig { get; }

    public void AddRoutee(Routee routee) => AddRoutees([routee]);

    public void AddRoutees(int count)
    {
        var pool = (Pool)RouterConfig;
        AddRoutees(Enumerable.Range(0, count).Select(_ => pool.NewRoutee(_routeeProps, this)).ToArray());
    }

    public void RemoveRoutee(Routee routee, bool stopChild)
    {
        var actor = (routee as ActorRefRoutee)?.Actor;
        if (actor is not null)
        {
            Unwatch(actor);
        }

        _router = _router.RemoveRoutee(routee);
        if (stopChild && actor is not null && Equals(GetChildByName(actor.Path.Name), actor))
        {
            System.Scheduler.ScheduleTellOnce(StopDelay, actor, PoisonPill.Instance, ActorRefs.NoSender);
        }
    }

    public override void SendMessage(Envelope message)
    {
        if (message.Message is null || RouterConfig.IsManagementMessage(message.Message))
        {
            base.SendMessage(message);
        }
        else if (_isStarted || !IsKeptForLater(message))
        {
            _router.Route(message.Message, message.Sender);
        }
    }

    public override void Start()
    {
        switch (RouterConfig)
        {
            case Pool pool:
                AddRoutees(pool.GetNrOfInstances(System));
                break;
            case Group group:
                AddRoutees(group.GetPaths(System).Select(path => Group.RouteeFor(path, this)).ToArray());
                break;
        }

        base.Start();
        lock (_startLock)
        {
            for (var i = 0; i < _early!.Count; i++)
            {
                _router.Route(_early[i].Message, _early[i].Sender);
            }

            _isStarted = true;
            _early = null;
        }
    }

    protected override ActorBase CreateNewActorInstance() => RouterConfig.CreateRouterActor();

    // A routee may send to its parent before its last sibling is made: such a message has to wait for all of them.
    private bool IsKeptForLater(Envelope message)
    {
        lock (_startLock)
        {
            _early?.Add(message);
            return _early is not null;
        }
    }

    private void AddRoutees(Routee[] routees)
    {
        foreach (var routee in routees)
        {
            if (routee is ActorRefRoutee { Actor: var actor })
            {
                Watch(actor);
            }
        }

        _router = _router.WithRoutees([.. _router.Routees, .. routees]);
    }
}
