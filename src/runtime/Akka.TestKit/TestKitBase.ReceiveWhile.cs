using System.Runtime.CompilerServices;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    public IReadOnlyList<T> ReceiveWhile<T>(
        TimeSpan? max,
        Func<object, T?> filter,
        int msgs = int.MaxValue,
        CancellationToken cancellationToken = default)
        => Collect(ReceiveWhileNotNull(true, filter, max, null, msgs, cancellationToken));

    public IReadOnlyList<T> ReceiveWhile<T>(
        TimeSpan? max,
        TimeSpan? idle,
        Func<object, T?> filter,
        int msgs = int.MaxValue,
        CancellationToken cancellationToken = default)
        => Collect(ReceiveWhileNotNull(true, filter, max, idle, msgs, cancellationToken));

    public IReadOnlyList<T> ReceiveWhile<T>(
        Func<object, T?> filter,
        TimeSpan? max = null,
        TimeSpan? idle = null,
        int msgs = int.MaxValue,
        CancellationToken cancellationToken = default)
        => Collect(ReceiveWhileNotNull(true, filter, max, idle, msgs, cancellationToken));

    public IReadOnlyList<T> ReceiveWhile<T>(
        Predicate<T> shouldContinue,
        TimeSpan? max = null,
        TimeSpan? idle = null,
        int msgs = int.MaxValue,
        bool shouldIgnoreOtherMessageTypes = true,
        CancellationToken cancellationToken = default)
        => Collect(
            ReceiveWhileTrue(
                true, shouldContinue, max, idle, msgs, shouldIgnoreOtherMessageTypes, cancellationToken));

    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(
        TimeSpan? max,
        Func<object, T?> filter,
        int msgs = int.MaxValue,
        CancellationToken cancellationToken = default)
        => ReceiveWhileNotNull(false, filter, max, null, msgs, cancellationToken);

    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(
        TimeSpan? max,
        TimeSpan? idle,
        Func<object, T?> filter,
        int msgs = int.MaxValue,
        CancellationToken cancellationToken = default)
        => ReceiveWhileNotNull(false, filter, max, idle, msgs, cancellationToken);

    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(
        Func<object, T?> filter,
        TimeSpan? max = null,
        TimeSpan? idle = null,
        int msgs = int.MaxValue,
        CancellationToken cancellationToken = default)
        => ReceiveWhileNotNull(false, filter, max, idle, msgs, cancellationToken);

    public IAsyncEnumerable<T> ReceiveWhileAsync<T>(
        Predicate<T> shouldContinue,
        TimeSpan? max = null,
        TimeSpan? idle = null,
        int msgs = int.MaxValue,
        bool shouldIgnoreOtherMessageTypes = true,
        CancellationToken cancellationToken = default)
        => ReceiveWhileTrue(
            false, shouldContinue, max, idle, msgs, shouldIgnoreOtherMessageTypes, cancellationToken);

    private async IAsyncEnumerable<T> ReceiveWhileNotNull<T>(
        bool blocking,
        Func<object, T?> filter,
        TimeSpan? max,
        TimeSpan? idle,
        int msgs,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stop = Now + RemainingOrDilated(max);
        MessageEnvelope last = NullMessageEnvelope.Instance;
        for (var count = 0; count < msgs; count++)
        {
            var envelope = await PeekUntil(blocking, stop, idle, cancellationToken).ConfigureAwait(false);
            if (envelope is null || filter(envelope.Message) is not { } result)
                break;

            TakePeeked(envelope);
            last = envelope;
            yield return result;
        }

        EndOfSeries(last);
    }

    private async IAsyncEnumerable<T> ReceiveWhileTrue<T>(
        bool blocking,
        Predicate<T> shouldContinue,
        TimeSpan? max,
        TimeSpan? idle,
        int msgs,
        bool shouldIgnoreOtherMessageTypes,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stop = Now + RemainingOrDilated(max);
        var count = 0;
        MessageEnvelope last = NullMessageEnvelope.Instance;
        while (count < msgs)
        {
            var envelope = await PeekUntil(blocking, stop, idle, cancellationToken).ConfigureAwait(false);
            var isTyped = envelope?.Message is T;
            if (envelope is null || (isTyped ? !shouldContinue((T)envelope.Message) : !shouldIgnoreOtherMessageTypes))
                break;

            TakePeeked(envelope);
            last = envelope;
            if (isTyped)
            {
                count++;
                yield return (T)envelope.Message;
            }
        }

        EndOfSeries(last);
    }

    private async ValueTask<MessageEnvelope?> PeekUntil(
        bool blocking, TimeSpan stop, TimeSpan? idle, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var timeout = AtLeastZero(stop - Now).Min(idle);
        var (success, envelope) = await Peek(blocking, timeout, cancellationToken).ConfigureAwait(false);
        return success ? envelope : null;
    }

    private void TakePeeked(MessageEnvelope peeked)
    {
        if (!_queue.TryTake(out var taken) || !ReferenceEquals(peeked, taken))
            throw new InvalidOperationException("[RACY] Dequeued item does not match earlier peeked item");
    }

    private void EndOfSeries(MessageEnvelope last)
    {
        _lastMessage = last;
        _tookAllTime = true;
    }
}
