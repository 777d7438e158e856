using Akka.Actor;

namespace Akka.Event;

/// <summary>
/// Logs dead letters, dropped and unhandled messages: all, or the first <c>akka.log-dead-letters</c> of them, with
/// a pause of <c>akka.log-dead-letters-suspend-duration</c> after which counting begins anew.
/// </summary>
public class DeadLetterListener : ActorBase
{
    private readonly EventStream _eventStream = Context.System.EventStream;
    private readonly int _maxCount = Context.System.Settings.LogDeadLetters;
    private readonly TimeSpan _suspendDuration = Context.System.Settings.LogDeadLettersSuspendDuration;
    private int _count;
    private DateTime _suspendedUntil;

    public DeadLetterListener()
    {
    }

    private bool IsAlwaysLogging => _maxCount == int.MaxValue;

    private bool SuspendsForEver => _suspendDuration == Timeout.InfiniteTimeSpan;

    protected override void PreStart() => Subscribe(_eventStream, Self);

    protected override void PreRestart(Exception reason, object? message)
    {
        // The subscriptions outlive a restart, and there are no children to stop.
    }

    protected override void PostRestart(Exception reason)
    {
        // Still subscribed: see PreRestart.
    }

    protected override void PostStop() => _eventStream.Unsubscribe(Self);

    protected override bool Receive(object message)
    {
        if (message is not AllDeadLetters deadLetter)
            return false;
        if (IsSuppressed(deadLetter))
            return true;

        IncrementCount();
        if (IsAlwaysLogging || _count < _maxCount)
            Log(deadLetter, "");
        else if (SuspendsForEver)
            LogLast(deadLetter);
        else
            Suspend(deadLetter);
        return true;
    }

    internal static void Subscribe(EventStream eventStream, IActorRef listener)
    {
        eventStream.Subscribe(listener, typeof(DeadLetter));
        eventStream.Subscribe(listener, typeof(Dropped));
        eventStream.Subscribe(listener, typeof(UnhandledMessage));
    }

    private bool Suspended(object message)
    {
        if (message is not AllDeadLetters deadLetter)
            return false;
        if (IsSuppressed(deadLetter))
            return true;

        IncrementCount();
        if (DateTime.UtcNow > _suspendedUntil)
            Reopen(deadLetter);
        return true;
    }

    private void LogLast(AllDeadLetters deadLetter)
    {
        Log(deadLetter, ", no more dead letters will be logged");
        Context.Stop(Self);
    }

    private void Suspend(AllDeadLetters deadLetter)
    {
        _suspendedUntil = DateTime.UtcNow + _suspendDuration;
        Become(Suspended);
        Log(deadLetter, $", no more dead letters will be logged in next [{_suspendDuration}]");
    }

    private void Reopen(AllDeadLetters deadLetter)
    {
        var missed = _count - _maxCount - 1;
        Log(deadLetter, $", of which {missed} were not logged. The counter will be reset now");
        _count = 0;
        Become(Receive);
    }

    private void IncrementCount()
    {
        if (_count == int.MaxValue)
        {
            Context.GetLogger().Info("Resetting DeadLetterListener counter after reaching Int.MaxValue.");
            _count = 0;
        }

        _count++;
    }

    private void Log(AllDeadLetters deadLetter, string doneText)
    {
        var recipient = deadLetter.Recipient;
        var text = $"{Describe(deadLetter, doneText)}This logging can be turned off or adjusted with configuration " +
            "settings 'akka.log-dead-letters' and 'akka.log-dead-letters-during-shutdown'.";

        // Only a message with a ToString of its own has something to add to the name of its type.
        var message = WrappedMessage.Unwrap(deadLetter.Message);
        var content = message?.ToString() ?? "null";
        if (message is not null && content != NameOf(message))
            text += $" Message content: {content}";

        _eventStream.Publish(new Info(recipient.Path.ToString()!, recipient.GetType(), text));
    }

    private string Describe(AllDeadLetters deadLetter, string doneText)
    {
        var what = $"Message [{NameOf(WrappedMessage.Unwrap(deadLetter.Message))}]{WrappedIn(deadLetter.Message)}";
        var from = IsReal(deadLetter.Sender) ? $" from {deadLetter.Sender}" : "";
        var to = IsReal(deadLetter.Recipient) ? $" to {deadLetter.Recipient}" : "";
        var count = $"[{_count}] dead letters encountered{doneText}. ";

        return deadLetter switch
        {
            Dropped dropped => $"{what}{from}{to} was dropped. {dropped.Reason}. {count}",
            UnhandledMessage => $"{what}{from}{to} was unhandled. {count}",
            _ => $"{what}{from} to {deadLetter.Recipient} was not delivered. {count}If this is not an expected " +
                $"behavior then {deadLetter.Recipient} may have terminated unexpectedly. ",
        };
    }

    private static bool IsSuppressed(AllDeadLetters deadLetter)
        => deadLetter.Message is IDeadLetterSuppression
            || WrappedMessage.Unwrap(deadLetter.Message) is IDeadLetterSuppression;

    private static bool IsReal(IActorRef? actor)
        => actor is not null and not DeadLetterActorRef && !actor.Equals(Context.System.DeadLetters);

    private static string NameOf(object? message) => message?.GetType().Name ?? "null";

    private static string WrappedIn(object message)
        => message is IWrappedMessage ? $" wrapped in [${NameOf(message)}]" : "";
}
