using Akka.Actor;
using Akka.Event;
using Akka.TestKit.TestEvent;

namespace Akka.TestKit.Internal;

/// <summary>Applies filters while a block of a test runs, and counts what they take.</summary>
public partial class InternalEventFilterApplier : IEventFilterApplier
{
    private static readonly TimeSpan FenceTimeout = TimeSpan.FromSeconds(1);

    private readonly TestKitBase _testkit;
    private readonly ActorSystem _system;
    private readonly IReadOnlyList<EventFilterBase> _filters;

    public InternalEventFilterApplier(
        TestKitBase testkit, ActorSystem system, IReadOnlyList<EventFilterBase> filters)
    {
        _testkit = testkit;
        _system = system;
        _filters = filters;
    }

    public EventFilterFactory And => new(_testkit, _system, _filters);

    protected bool AwaitDone(
        TimeSpan timeout,
        int? expectedOccurrences,
        MatchedEventHandler matchedEventHandler,
        CancellationToken cancellationToken = default)
        => Done(true, timeout, expectedOccurrences, matchedEventHandler, cancellationToken)
            .GetAwaiter().GetResult();

    protected Task<bool> AwaitDoneAsync(
        TimeSpan timeout,
        int? expectedOccurrences,
        MatchedEventHandler matchedEventHandler,
        CancellationToken cancellationToken = default)
        => Done(false, timeout, expectedOccurrences, matchedEventHandler, cancellationToken);

    protected static string GetMessageString(int number) => number == 1 ? "message" : "messages";

    protected T Intercept<T>(
        Func<T> func,
        ActorSystem system,
        TimeSpan? timeout,
        int? expectedOccurrences,
        MatchedEventHandler? matchedEventHandler = null,
        CancellationToken cancellationToken = default)
        => Run(
            true,
            () => Task.FromResult(func()),
            system,
            timeout,
            expectedOccurrences,
            matchedEventHandler ?? new MatchedEventHandler(),
            cancellationToken).GetAwaiter().GetResult();

    protected Task<T> InterceptAsync<T>(
        Func<Task<T>> func,
        ActorSystem system,
        TimeSpan? timeout,
        int? expectedOccurrences,
        MatchedEventHandler? matchedEventHandler = null,
        CancellationToken cancellationToken = default)
        => Run(
            false,
            func,
            system,
            timeout,
            expectedOccurrences,
            matchedEventHandler ?? new MatchedEventHandler(),
            cancellationToken);

    private async Task<T> Run<T>(
        bool blocking,
        Func<Task<T>> func,
        ActorSystem system,
        TimeSpan? timeout,
        int? expectedOccurrences,
        MatchedEventHandler handler,
        CancellationToken cancellationToken)
    {
        var leeway = timeout.HasValue ? _testkit.Dilated(timeout.Value) : LeewayOf(system);
        foreach (var filter in _filters)
            filter.EventMatched += handler.HandleEvent;
        system.EventStream.Publish(new Mute(_filters));
        try
        {
            var result = await func();
            if (!await Done(blocking, leeway, expectedOccurrences, handler, cancellationToken))
                AssertionsOf(system).Fail(Describe(leeway, expectedOccurrences, handler.ReceivedCount));
            return result;
        }
        finally
        {
            system.EventStream.Publish(new Unmute(_filters));
            foreach (var filter in _filters)
                filter.EventMatched -= handler.HandleEvent;
        }
    }

    private async Task<bool> Done(
        bool blocking,
        TimeSpan timeout,
        int? expectedOccurrences,
        MatchedEventHandler handler,
        CancellationToken cancellationToken)
    {
        if (expectedOccurrences is not { } expected)
            return true;

        // None can only be told from none yet by waiting.
        var awaited = Math.Max(expected, 1);
        var came = await handler.Reach(blocking, awaited, timeout, cancellationToken);
        if (came && expected > 0)
            await PassFence(blocking, cancellationToken);
        return handler.ReceivedCount == expected;
    }

    private async Task PassFence(bool blocking, CancellationToken cancellationToken)
    {
        var fence = new LogFence();
        _system.EventStream.Publish(fence);
        var reached = fence.Reached.Task;
        if (blocking)
            reached.Wait(FenceTimeout, cancellationToken);
        else
            await Task.WhenAny(reached, Task.Delay(FenceTimeout, cancellationToken));
    }

    private TimeSpan LeewayOf(ActorSystem system) => system.HasExtension<TestKitSettings>()
        ? TestKitExtension.For(system).TestEventFilterLeeway
        : _testkit.TestKitSettings.TestEventFilterLeeway;

    private ITestKitAssertions AssertionsOf(ActorSystem system)
    {
        var owner = system.HasExtension<TestKitAssertionsProvider>() ? system : _testkit.Sys;
        return TestKitAssertionsExtension.For(owner).Assertions;
    }

    private string Describe(TimeSpan timeout, int? expectedOccurrences, int actual)
    {
        var filters = string.Join(",", _filters).Replace("{", "{{").Replace("}", "}}");
        var expected = expectedOccurrences.GetValueOrDefault();
        if (actual < expected)
        {
            return $"Timeout ({timeout}) while waiting for messages. " +
                $"Only received {actual}/{expected} messages that matched filter [{filters}]";
        }

        var tooMany = actual - expected;
        return $"Received {tooMany} {GetMessageString(tooMany)} too many. " +
            $"Expected {expected} {GetMessageString(expected)} but received {actual} that matched filter [{filters}]";
    }

    /// <summary>Counts the events that the filters take.</summary>
    protected class MatchedEventHandler
    {
        private readonly object _lock = new();
        private int _receivedCount;
        private int _awaitedCount = int.MaxValue;
        private TaskCompletionSource _reached = NewSignal();

        public MatchedEventHandler()
        {
        }

        public int ReceivedCount => Volatile.Read(ref _receivedCount);

        public virtual void HandleEvent(EventFilterBase eventFilter, LogEvent logEvent)
        {
            lock (_lock)
            {
                if (_receivedCount != int.MaxValue)
                    _receivedCount++;
                if (_receivedCount >= _awaitedCount)
                    _reached.TrySetResult();
            }
        }

        internal async Task<bool> Reach(
            bool blocking, int count, TimeSpan timeout, CancellationToken cancellationToken)
        {
            var reached = SignalAt(count);
            if (blocking)
                return reached.Wait(AsMilliseconds(timeout), cancellationToken);

            using var delay = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var first = await Task.WhenAny(reached, Task.Delay(AsMilliseconds(timeout), delay.Token));
            await delay.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            return first == reached;
        }

        private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

        private static int AsMilliseconds(TimeSpan timeout)
            => (int)Math.Min(Math.Ceiling(timeout.TotalMilliseconds), int.MaxValue);

        private Task SignalAt(int count)
        {
            lock (_lock)
            {
                _awaitedCount = count;
                _reached = NewSignal();
                if (_receivedCount >= count)
                    _reached.SetResult();
                return _reached.Task;
            }
        }
    }

    /// <summary>Unmutes filters once.</summary>
    protected class InternalUnmutableFilter : IUnmutableFilter
    {
        private readonly ActorSystem _system;
        private IReadOnlyCollection<EventFilterBase>? _filters;

        public InternalUnmutableFilter(IReadOnlyCollection<EventFilterBase> filters, ActorSystem system)
        {
            _filters = filters;
            _system = system;
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        public void Unmute()
        {
            if (Interlocked.Exchange(ref _filters, null) is { } filters)
                _system.EventStream.Publish(new Unmute(filters));
        }

        protected virtual void Dispose(bool disposing)
        {
            if (disposing)
                Unmute();
        }
    }
}
