using Akka.Actor.Internal;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>A reference to a local actor that was made from outside its parent, or that is a router.</summary>
public class RepointableActorRef : ActorRefWithCell, IRepointableRef
{
    protected readonly ActorSystemImpl System;
    protected readonly Props Props;
    protected readonly MessageDispatcher Dispatcher;
    protected readonly IInternalActorRef Supervisor;
    protected readonly ActorPath _path;
    internal readonly MailboxType MailboxType;
    private ActorCell _cell = null!;

    public RepointableActorRef(
        ActorSystemImpl system, Props props, MessageDispatcher dispatcher, MailboxType mailboxType,
        IInternalActorRef supervisor, ActorPath path)
    {
        System = system;
        Props = props;
        Dispatcher = dispatcher;
        MailboxType = mailboxType;
        Supervisor = supervisor;
        _path = path;
    }

    public override ActorPath Path => _path;

    public override ICell Underlying => _cell;

    public ICell Lookup => _cell;

    public bool IsStarted => _cell is not null;

    public override bool IsLocal => true;

    public override bool IsTerminated => _cell.IsTerminated;

    public override IInternalActorRef Parent => _cell.Parent;

    public override IActorRefProvider Provider => System.Provider;

    public override IEnumerable<IActorRef> Children => _cell.GetChildren();

    /// <summary>Makes the cell; the reference takes messages from then on.</summary>
    public RepointableActorRef Initialize(bool async)
    {
        _cell = NewCell();
        return this;
    }

    /// <summary>Does nothing: the cell is in place from the start.</summary>
    public void Point()
    {
    }

    public override void Start() => _cell.Start();

    public override void Stop() => _cell.Stop();

    public override void Suspend() => _cell.Suspend();

    public override void Resume(Exception? causedByFailure = null) => _cell.Resume(causedByFailure!);

    public override void Restart(Exception cause) => _cell.Restart(cause);

    public override void SendSystemMessage(ISystemMessage message) => _cell.SendSystemMessage(message);

    public override IInternalActorRef GetSingleChild(string name) => _cell.GetSingleChild(name);

    public override IActorRef GetChild(IReadOnlyList<string> name) => ChildLookup.Find(this, name);

    protected override void TellInternal(object message, IActorRef sender) => _cell.SendMessage(sender, message);

    protected virtual ActorCell NewCell()
    {
        var cell = new ActorCell(System, this, Props, Dispatcher, Supervisor);
        cell.Init(sendSupervise: false, MailboxType);
        return cell;
    }
}
