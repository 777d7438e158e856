using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.Event;
using Akka.TestKit.Internal;
using Akka.TestKit.TestEvent;

namespace Akka.TestKit;

/// <summary>
/// The logger of tests. It prints what no filter takes; dead letters and unhandled messages reach its filters as
/// warnings.
/// </summary>
public class TestEventListener : DefaultLogger
{
    private readonly List<IEventFilter> _filters = [];

    public TestEventListener()
    {
    }

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case InitializeLogger initialize:
                Subscribe(initialize.LoggingBus);
                Sender.Tell(new LoggerInitialized());
                break;
            case Mute mute:
                _filters.AddRange(mute.Filters);
                break;
            case Unmute unmute:
                foreach (var filter in unmute.Filters)
                    _filters.Remove(filter);
                break;
            case LogFence fence:
                fence.Reached.TrySetResult();
                break;
            case LogEvent logEvent:
                PrintUnlessFiltered(logEvent);
                break;
            case DeadLetter deadLetter:
                OnDeadLetter(deadLetter);
                break;
            case UnhandledMessage unhandled:
                OnUnhandled(unhandled);
                break;
            default:
                Print(new Debug(Context.System.Name, GetType(), message));
                break;
        }

        return true;
    }

    private void Subscribe(LoggingBus bus)
    {
        Type[] channels =
            [typeof(Mute), typeof(Unmute), typeof(LogFence), typeof(DeadLetter), typeof(UnhandledMessage)];
        foreach (var channel in channels)
            bus.Subscribe(Self, channel);
    }

    private void OnDeadLetter(DeadLetter letter)
    {
        if (letter.Message is Terminate)
            return;

        var recipient = letter.Recipient;
        var source = recipient.Path.ToString()!;
        if (IsFiltered(new Warning(source, recipient.GetType(), letter)))
            return;

        var text = letter.Message is ISystemMessage
            ? $"Received dead system message: {letter.Message}"
            : $"Received dead letter from {letter.Sender}: {letter.Message}";
        var warning = new Warning(source, recipient.GetType(), new DeadLetter(text, letter.Sender, recipient));

        // Filters of dead letters have seen the letter itself, and must not take this one for a letter that is a text.
        if (!_filters.Exists(filter => filter is not DeadLettersFilter && Applies(filter, warning)))
            Print(warning);
    }

    private void OnUnhandled(UnhandledMessage unhandled)
    {
        var recipient = unhandled.Recipient;
        PrintUnlessFiltered(new Warning(
            recipient.Path.ToString()!,
            recipient.GetType(),
            $"Unhandled message from {unhandled.Sender}: {unhandled.Message}"));
    }

    private void PrintUnlessFiltered(LogEvent logEvent)
    {
        if (!IsFiltered(logEvent))
            Print(logEvent);
    }

    private bool IsFiltered(LogEvent logEvent) => _filters.Exists(filter => Applies(filter, logEvent));

    private static bool Applies(IEventFilter filter, LogEvent logEvent)
    {
        try
        {
            return filter.Apply(logEvent);
        }
        catch (Exception)
        {
            // A filter of the test that throws, or an event whose text does not format, does not match: the event is
            // printed, and the test sees that it did not get what it expects.
            return false;
        }
    }
}
