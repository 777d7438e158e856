using System.Collections.Immutable;
using Akka.Actor;

namespace Akka.Pattern;

/// <summary>
/// Guards calls to something that may be down. Closed, it lets calls through and counts failures in a row; open, it
/// fails calls at once; half open, after the reset time-out, it lets one call through, which closes or opens it.
/// </summary>
public class CircuitBreaker
{
    private static readonly TimeSpan NoMaxResetTimeout = TimeSpan.FromDays(36500);

    private readonly object _transition = new();
    private ImmutableList<Action> _onOpen = [];
    private ImmutableList<Action> _onHalfOpen = [];
    private ImmutableList<Action> _onClose = [];
    // The last time it was closed: its count of failures is shown until it closes again.
    private ClosedCircuit _closed;
    private CircuitState _state;
    private Exception? _lastException;
    private TimeSpan _nextResetTimeout;

    public CircuitBreaker(IScheduler scheduler, int maxFailures, TimeSpan callTimeout, TimeSpan resetTimeout)
        : this(scheduler, maxFailures, callTimeout, resetTimeout, NoMaxResetTimeout, 1.0, 0.0)
    {
    }

    public CircuitBreaker(
        IScheduler scheduler,
        int maxFailures,
        TimeSpan callTimeout,
        TimeSpan resetTimeout,
        TimeSpan maxResetTimeout,
        double exponentialBackoffFactor)
        : this(scheduler, maxFailures, callTimeout, resetTimeout, maxResetTimeout, exponentialBackoffFactor, 0.0)
    {
    }

    public CircuitBreaker(
        IScheduler scheduler,
        int maxFailures,
        TimeSpan callTimeout,
        TimeSpan resetTimeout,
        TimeSpan maxResetTimeout,
        double exponentialBackoffFactor,
        double randomFactor)
    {
        if (exponentialBackoffFactor < 1.0)
            throw new ArgumentException("factor must be >= 1.0", nameof(exponentialBackoffFactor));
        if (randomFactor is < 0.0 or > 1.0)
            throw new ArgumentException("randomFactor must be between 0.0 and 1.0", nameof(randomFactor));
        Scheduler = scheduler;
        MaxFailures = maxFailures;
        CallTimeout = callTimeout;
        ResetTimeout = resetTimeout;
        MaxResetTimeout = maxResetTimeout;
        ExponentialBackoffFactor = exponentialBackoffFactor;
        RandomFactor = randomFactor;
        _nextResetTimeout = resetTimeout;
        _state = _closed = new ClosedCircuit(this);
    }

    public IScheduler Scheduler { get; }

    public int MaxFailures { get; }

    public TimeSpan CallTimeout { get; }

    public TimeSpan ResetTimeout { get; }

    public TimeSpan MaxResetTimeout { get; }

    public double ExponentialBackoffFactor { get; }

    public double RandomFactor { get; }

    public Exception? LastCaughtException => Volatile.Read(ref _lastException);

    public bool IsClosed => State is ClosedCircuit;

    public bool IsOpen => State is OpenCircuit;

    public bool IsHalfOpen => State is HalfOpenCircuit;

    public long CurrentFailureCount => Volatile.Read(ref _closed).Failures;

    private CircuitState State => Volatile.Read(ref _state);

    public static CircuitBreaker Create(
        IScheduler scheduler, int maxFailures, TimeSpan callTimeout, TimeSpan resetTimeout) =>
        new(scheduler, maxFailures, callTimeout, resetTimeout);

    /// <summary>Calls, unless the breaker is open. A call that outlasts the call time-out fails.</summary>
    public Task<T> WithCircuitBreaker<T>(Func<Task<T>> body) => State.Invoke(body);

    public Task<T> WithCircuitBreaker<T, TState>(TState state, Func<TState, Task<T>> body) =>
        State.Invoke(() => body(state));

    public Task WithCircuitBreaker(Func<Task> body) => State.Invoke(() => WithoutResult(body()));

    public Task WithCircuitBreaker<TState>(TState state, Func<TState, Task> body) =>
        State.Invoke(() => WithoutResult(body(state)));

    /// <summary>Blocks until the call ends or times out; it runs on another thread.</summary>
    public void WithSyncCircuitBreaker(Action body) =>
        WithCircuitBreaker(() => Task.Run(body)).GetAwaiter().GetResult();

    /// <inheritdoc cref="WithSyncCircuitBreaker(Action)"/>
    public T WithSyncCircuitBreaker<T>(Func<T> body) =>
        WithCircuitBreaker(() => Task.Run(body)).GetAwaiter().GetResult();

    /// <summary>Counts as a call that succeeded.</summary>
    public void Succeed() => State.OnSuccess();

    /// <summary>Counts as a call that failed.</summary>
    public void Fail() => State.OnFailure(new UserCalledFailException());

    public CircuitBreaker OnOpen(Action callback) => Listen(ref _onOpen, callback);

    public CircuitBreaker OnHalfOpen(Action callback) => Listen(ref _onHalfOpen, callback);

    public CircuitBreaker OnClose(Action callback) => Listen(ref _onClose, callback);

    /// <summary>A breaker like this one that doubles the reset time-out each time it opens anew.</summary>
    public CircuitBreaker WithExponentialBackoff(TimeSpan maxResetTimeout) =>
        new(Scheduler, MaxFailures, CallTimeout, ResetTimeout, maxResetTimeout, 2.0, RandomFactor);

    /// <summary>
    /// A breaker like this one that adds up to this share of the reset time-out at random each time it opens anew.
    /// </summary>
    public CircuitBreaker WithRandomFactor(double randomFactor) =>
        new(
            Scheduler,
            MaxFailures,
            CallTimeout,
            ResetTimeout,
            MaxResetTimeout,
            ExponentialBackoffFactor,
            randomFactor);

    internal void Remember(Exception? cause) => Volatile.Write(ref _lastException, cause);

    internal void Trip(CircuitState from)
    {
        OpenCircuit open;
        lock (_transition)
        {
            if (!ReferenceEquals(_state, from))
                return;
            open = new OpenCircuit(this, TakeResetTimeout());
            Volatile.Write(ref _state, open);
        }

        Scheduler.Advanced.ScheduleOnce(open.Duration, () => AttemptReset(open));
        Notify(_onOpen);
    }

    internal void Reset(CircuitState from)
    {
        lock (_transition)
        {
            if (!ReferenceEquals(_state, from))
                return;
            _nextResetTimeout = ResetTimeout;
            Volatile.Write(ref _closed, new ClosedCircuit(this));
            Volatile.Write(ref _state, _closed);
        }

        Notify(_onClose);
    }

    private void AttemptReset(OpenCircuit from)
    {
        lock (_transition)
        {
            if (!ReferenceEquals(_state, from))
                return;
            Volatile.Write(ref _state, new HalfOpenCircuit(this));
        }

        Notify(_onHalfOpen);
    }

    private TimeSpan TakeResetTimeout()
    {
        var current = _nextResetTimeout;
        var next = current * ExponentialBackoffFactor * (1.0 + (Random.Shared.NextDouble() * RandomFactor));
        if (next < MaxResetTimeout)
            _nextResetTimeout = next;
        return current;
    }

    private CircuitBreaker Listen(ref ImmutableList<Action> listeners, Action callback)
    {
        ImmutableInterlocked.Update(ref listeners, static (all, one) => all.Add(one), callback);
        return this;
    }

    // On the pool: a listener must not hold up the call that happened to change the state.
    private static void Notify(ImmutableList<Action> listeners)
    {
        if (!listeners.IsEmpty)
            _ = Task.Run(() => listeners.ForEach(listener => listener()));
    }

    private static async Task<Done> WithoutResult(Task task)
    {
        await task.ConfigureAwait(false);
        return Done.Instance;
    }
}
