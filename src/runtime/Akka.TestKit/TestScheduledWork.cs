using Akka.Actor;

namespace Akka.TestKit;

/// <summary>What a <see cref="TestScheduler"/> is to do, once or again and again.</summary>
internal sealed class TestScheduledWork
{
    private readonly Action _action;
    private readonly ICancelable? _cancelable;

    public TestScheduledWork(Action action, TimeSpan? interval, ICancelable? cancelable)
    {
        _action = action;
        _cancelable = cancelable;
        Interval = interval;
    }

    public TimeSpan? Interval { get; }

    public bool IsCancelled => _cancelable is { IsCancellationRequested: true };

    public void Run() => _action();
}
