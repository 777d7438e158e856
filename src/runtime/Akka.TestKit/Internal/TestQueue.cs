using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Akka.TestKit.Internal;

/// <summary>
/// The messages that a test actor has received and the test has not. It is waited for by blocking or by awaiting, and
/// a wait that blocks needs no other thread than the sender's: a busy thread pool cannot make it late.
/// </summary>
internal sealed class TestQueue
{
    private readonly Queue<MessageEnvelope> _items = new();
    private TaskCompletionSource? _arrival;

    public int Count
    {
        get
        {
            lock (_items)
                return _items.Count;
        }
    }

    public void Enqueue(MessageEnvelope item)
    {
        TaskCompletionSource? arrival;
        lock (_items)
        {
            _items.Enqueue(item);
            arrival = _arrival;
            _arrival = null;
        }

        arrival?.SetResult();
    }

    public bool TryTake([MaybeNullWhen(false)] out MessageEnvelope item)
    {
        lock (_items)
            return _items.TryDequeue(out item);
    }

    public bool TryPeek([MaybeNullWhen(false)] out MessageEnvelope item)
    {
        lock (_items)
            return _items.TryPeek(out item);
    }

    /// <summary>Returns null when nothing came in time, or the token was cancelled.</summary>
    public async ValueTask<MessageEnvelope?> Take(bool blocking, TimeSpan timeout, CancellationToken token)
    {
        var started = Stopwatch.GetTimestamp();
        MessageEnvelope? item;
        while (!TryTake(out item) && await Arrival(blocking, started, timeout, token).ConfigureAwait(false))
        {
        }

        return item;
    }

    /// <summary>As <see cref="Take"/>, and leaves the item in the queue.</summary>
    public async ValueTask<MessageEnvelope?> Peek(bool blocking, TimeSpan timeout, CancellationToken token)
    {
        var started = Stopwatch.GetTimestamp();
        MessageEnvelope? item;
        while (!TryPeek(out item) && await Arrival(blocking, started, timeout, token).ConfigureAwait(false))
        {
        }

        return item;
    }

    private ValueTask<bool> Arrival(bool blocking, long started, TimeSpan timeout, CancellationToken token)
    {
        var remaining = timeout == Timeout.InfiniteTimeSpan ? timeout : timeout - Stopwatch.GetElapsedTime(started);
        if (token.IsCancellationRequested || (remaining <= TimeSpan.Zero && remaining != Timeout.InfiniteTimeSpan))
            return new ValueTask<bool>(false);

        var arrival = NextArrival();
        return blocking ? new ValueTask<bool>(Block(arrival, remaining, token)) : Await(arrival, remaining, token);
    }

    private Task NextArrival()
    {
        lock (_items)
        {
            if (_items.Count > 0)
                return Task.CompletedTask;
            _arrival ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _arrival.Task;
        }
    }

    // By the task, and not by a monitor: the thread pool puts another thread in the place of one that waits for a task.
    private static bool Block(Task arrival, TimeSpan remaining, CancellationToken token)
    {
        try
        {
            return arrival.Wait(remaining, token);
        }
        catch (OperationCanceledException)
        {
            // Nothing came before the test gave up: that is an answer, not an error.
            return false;
        }
    }

    private static async ValueTask<bool> Await(Task arrival, TimeSpan remaining, CancellationToken token)
    {
        using var delay = CancellationTokenSource.CreateLinkedTokenSource(token);
        var first = await Task.WhenAny(arrival, Task.Delay(remaining, delay.Token)).ConfigureAwait(false);
        await delay.CancelAsync().ConfigureAwait(false);
        return first == arrival;
    }
}
