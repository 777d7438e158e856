using System.Runtime.CompilerServices;
using Akka.Event;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    public object ReceiveOne(TimeSpan? max = null, CancellationToken cancellationToken = default)
        => Completed(ReceiveMessage(true, max, cancellationToken));

    public ValueTask<object> ReceiveOneAsync(TimeSpan? max = null, CancellationToken cancellationToken = default)
        => ReceiveMessage(false, max, cancellationToken);

    public bool TryReceiveOne(
        out MessageEnvelope envelope, TimeSpan? max = null, CancellationToken cancellationToken = default)
    {
        (var success, envelope) = Completed(Receive(true, max, true, cancellationToken));
        return success;
    }

    public ValueTask<(bool success, MessageEnvelope envelope)> TryReceiveOneAsync(
        TimeSpan? max, CancellationToken cancellationToken = default)
        => Receive(false, max, true, cancellationToken);

    public object PeekOne(TimeSpan? max = null, CancellationToken cancellationToken = default)
        => Completed(PeekMessage(true, max, cancellationToken));

    public object PeekOne(CancellationToken cancellationToken)
        => Completed(PeekMessage(true, Timeout.InfiniteTimeSpan, cancellationToken));

    public ValueTask<object> PeekOneAsync(TimeSpan? max = null, CancellationToken cancellationToken = default)
        => PeekMessage(false, max, cancellationToken);

    public ValueTask<object> PeekOneAsync(CancellationToken cancellationToken)
        => PeekMessage(false, Timeout.InfiniteTimeSpan, cancellationToken);

    public bool TryPeekOne(out MessageEnvelope envelope, TimeSpan? max, CancellationToken cancellationToken)
    {
        (var success, envelope) = Completed(Peek(true, max, cancellationToken));
        return success;
    }

    public ValueTask<(bool success, MessageEnvelope envelope)> TryPeekOneAsync(
        TimeSpan? max, CancellationToken cancellationToken)
        => Peek(false, max, cancellationToken);

    public IReadOnlyCollection<object> ReceiveN(int numberOfMessages, CancellationToken cancellationToken = default)
        => Collect(ReceiveSeveral(true, numberOfMessages, RemainingOrDefault, true, cancellationToken));

    public IReadOnlyCollection<object> ReceiveN(
        int numberOfMessages, TimeSpan max, CancellationToken cancellationToken = default)
        => Collect(ReceiveSeveral(true, numberOfMessages, Deadline(max), true, cancellationToken));

    public IAsyncEnumerable<object> ReceiveNAsync(int numberOfMessages, CancellationToken cancellationToken = default)
        => ReceiveSeveral(false, numberOfMessages, RemainingOrDefault, true, cancellationToken);

    public IAsyncEnumerable<object> ReceiveNAsync(
        int numberOfMessages, TimeSpan max, CancellationToken cancellationToken = default)
        => ReceiveSeveral(false, numberOfMessages, Deadline(max), true, cancellationToken);

    private async ValueTask<object> ReceiveMessage(
        bool blocking, TimeSpan? max, CancellationToken cancellationToken)
    {
        var (success, envelope) = await Receive(blocking, max, true, cancellationToken).ConfigureAwait(false);
        return success ? envelope.Message : null!;
    }

    private async ValueTask<object> PeekMessage(bool blocking, TimeSpan? max, CancellationToken cancellationToken)
    {
        var (success, envelope) = await Peek(blocking, max, cancellationToken).ConfigureAwait(false);
        return success ? envelope.Message : null!;
    }

    private async ValueTask<(bool Success, MessageEnvelope Envelope)> Receive(
        bool blocking, TimeSpan? max, bool shouldLog, CancellationToken cancellationToken)
    {
        var timeout = GetTimeoutOrDefault(max);
        var start = Now;
        Announce("receive", timeout, shouldLog);
        var envelope = IsForPast(timeout)
            ? null
            : await _queue.Take(blocking, timeout, cancellationToken).ConfigureAwait(false);

        var found = Remember(envelope);
        if (shouldLog)
            TraceResult("Received", found.Success, Now - start, cancellationToken);
        return found;
    }

    private async ValueTask<(bool Success, MessageEnvelope Envelope)> Peek(
        bool blocking, TimeSpan? max, CancellationToken cancellationToken)
    {
        var timeout = GetTimeoutOrDefault(max);
        var start = Now;
        Announce("peek", timeout, true);
        var envelope = IsForPast(timeout)
            ? null
            : await _queue.Peek(blocking, timeout, cancellationToken).ConfigureAwait(false);

        var found = Remember(envelope);
        TraceResult("Peeked", found.Success, Now - start, cancellationToken);
        return found;
    }

    private static bool IsForPast(TimeSpan timeout) => timeout.IsInfinite() && !timeout.IsInfiniteTimeout();

    private (bool Success, MessageEnvelope Envelope) Remember(MessageEnvelope? envelope)
    {
        _tookAllTime = false;
        _lastMessage = envelope ?? NullMessageEnvelope.Instance;
        return (envelope is not null, _lastMessage);
    }

    private void Announce(string verb, TimeSpan timeout, bool shouldLog)
    {
        if (timeout.IsInfiniteTimeout())
        {
            Log.Warning(
                "Trying to {0} message from TestActor queue with infinite timeout! Will wait indefinitely!", verb);
        }
        else if (shouldLog)
        {
            var wait = timeout.IsZero() ? ". Will not wait."
                : timeout.IsInfinite() ? " with negative timeout."
                : $" within {timeout}";
            Trace("Trying to {0} message from TestActor queue{1}", verb, wait);
        }
    }

    private void TraceResult(string verb, bool success, TimeSpan elapsed, CancellationToken cancellationToken)
    {
        if (success)
            Trace("{0} message after {1}.", verb, elapsed);
        else
        {
            var reason = cancellationToken.IsCancellationRequested ? " Was canceled" : "";
            Trace("{0} no message after {1}.{2}", verb, elapsed, reason);
        }
    }

    private async IAsyncEnumerable<object> ReceiveSeveral(
        bool blocking,
        int count,
        TimeSpan max,
        bool shouldLog,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var start = Now;
        if (shouldLog)
            Trace("Trying to receive {0} messages during {1}.", count, max);

        for (var i = 0; i < count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var remaining = start + max - Now;
            var (success, envelope) = await Receive(blocking, AtLeastZero(remaining), shouldLog, cancellationToken)
                .ConfigureAwait(false);
            _assertions.AssertTrue(
                success,
                "Timeout ({0}) while expecting {1} messages. Only got {2} after {3}.",
                max, count, i, Now - start);
            yield return envelope.Message;
        }

        if (shouldLog)
            Trace("Received {0} messages during {1}.", count, Now - start);
    }

    // What is in the queue already counts, however late it is looked at.
    private static TimeSpan AtLeastZero(TimeSpan timeout) => timeout < TimeSpan.Zero ? TimeSpan.Zero : timeout;
}
