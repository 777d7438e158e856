using Akka.Dispatch.SysMsg;
using Akka.Event;

namespace Akka.Actor;

/// <summary>The reference to an actor that does not exist (any more): what it is sent becomes a dead letter.</summary>
public class EmptyLocalActorRef : MinimalActorRef
{
    private readonly EventStream _eventStream;

    public EmptyLocalActorRef(IActorRefProvider provider, ActorPath path, EventStream eventStream)
    {
        Provider = provider;
        Path = path;
        _eventStream = eventStream;
    }

    public override ActorPath Path { get; }

    public override IActorRefProvider Provider { get; }

    public override bool IsTerminated => true;

    private protected EventStream EventStream => _eventStream;

    protected override void TellInternal(object message, IActorRef sender)
    {
        if (message is null) throw new InvalidMessageException("Message is null");
        if (message is DeadLetter letter) SpecialHandle(letter.Message, letter.Sender);
        else if (!SpecialHandle(message, sender)) Publish(message, sender);
    }

    public override void SendSystemMessage(ISystemMessage message) =>
        SpecialHandle(message, Provider.DeadLetters);

    /// <summary>Answers what can be answered on behalf of an actor that is not there.</summary>
    protected virtual bool SpecialHandle(object message, IActorRef sender)
    {
        switch (message)
        {
            case Watch watch:
                if (watch.Watchee.Equals(this) && !watch.Watcher.Equals(this)) NotifyOfAbsence(watch);
                return true;
            case Unwatch:
                return true;
            case Identify identify:
                sender?.Tell(new ActorIdentity(identify.MessageId, null!), ActorRefs.NoSender);
                return true;
            case ActorSelectionMessage selection:
                OnSelection(selection, sender);
                return true;
            case IDeadLetterSuppression suppressed:
                PublishSuppressed(suppressed, sender);
                return true;
            default:
                return false;
        }
    }

    private void NotifyOfAbsence(Watch watch) =>
        watch.Watcher.SendSystemMessage(new DeathWatchNotification(watch.Watchee, false, false));

    private void OnSelection(ActorSelectionMessage selection, IActorRef sender)
    {
        if (selection.Message is Identify identify)
        {
            if (!selection.WildCardFanOut)
                sender?.Tell(new ActorIdentity(identify.MessageId, null!), ActorRefs.NoSender);
        }
        else if (selection.Message is IDeadLetterSuppression suppressed)
        {
            PublishSuppressed(suppressed, sender);
        }
        else
        {
            Publish(selection.Message, sender);
        }
    }

    private void Publish(object message, IActorRef sender) =>
        _eventStream.Publish(new DeadLetter(message, sender.IsNobody() ? Provider.DeadLetters : sender, this));

    private protected void PublishSuppressed(IDeadLetterSuppression message, IActorRef sender) =>
        _eventStream.Publish(
            new SuppressedDeadLetter(message, sender.IsNobody() ? Provider.DeadLetters : sender, this));
}
