using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Util;

namespace Akka.TestKit;

/// <summary>Supervises each child by a strategy of its own; children without one are stopped.</summary>
public class DelegatingSupervisorStrategy : SupervisorStrategy
{
    private readonly Dictionary<IActorRef, SupervisorStrategy> _delegates = [];

    public DelegatingSupervisorStrategy() => LoggingEnabled = true;

    public override IDecider Decider => DefaultDecider;

    public override void HandleChildTerminated(
        IActorContext actorContext, IActorRef child, IEnumerable<IInternalActorRef> children)
    {
        StrategyOf(child).HandleChildTerminated(actorContext, child, children);
        _delegates.Remove(child);
    }

    public override void ProcessFailure(
        IActorContext context, bool restart, IActorRef child, Exception cause,
        ChildRestartStats stats, IReadOnlyCollection<ChildRestartStats> children)
        => StrategyOf(child).ProcessFailure(context, restart, child, cause, stats, children);

    public override ISurrogate ToSurrogate(ActorSystem system)
        => throw new NotSupportedException("A strategy that knows its children cannot leave its process.");

    public void Update(IActorRef child, SupervisorStrategy supervisorStrategy)
        => _delegates[child] = supervisorStrategy;

    protected override Directive Handle(IActorRef child, Exception exception)
        => StrategyOf(child).Decider.Decide(exception);

    private SupervisorStrategy StrategyOf(IActorRef child) => _delegates.GetValueOrDefault(child, StoppingStrategy);
}
