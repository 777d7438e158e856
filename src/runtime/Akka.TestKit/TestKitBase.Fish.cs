using System.Collections;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    public object FishForMessage(
        Predicate<object> isMessage,
        TimeSpan? max = null,
        string? hint = "",
        CancellationToken cancellationToken = default)
        => Completed(Fish(true, isMessage, null, max, hint, cancellationToken));

    public T FishForMessage<T>(
        Predicate<T> isMessage,
        TimeSpan? max = null,
        string? hint = "",
        CancellationToken cancellationToken = default)
        => Completed(Fish(true, isMessage, null, max, hint, cancellationToken));

    public T FishForMessage<T>(
        Predicate<T> isMessage,
        ArrayList? allMessages,
        TimeSpan? max = null,
        string? hint = "",
        CancellationToken cancellationToken = default)
        => Completed(Fish(true, isMessage, allMessages, max, hint, cancellationToken));

    public ValueTask<object> FishForMessageAsync(
        Predicate<object> isMessage,
        TimeSpan? max = null,
        string? hint = "",
        CancellationToken cancellationToken = default)
        => Fish(false, isMessage, null, max, hint, cancellationToken);

    public ValueTask<T> FishForMessageAsync<T>(
        Predicate<T> isMessage,
        TimeSpan? max = null,
        string? hint = "",
        CancellationToken cancellationToken = default)
        => Fish(false, isMessage, null, max, hint, cancellationToken);

    public ValueTask<T> FishForMessageAsync<T>(
        Predicate<T> isMessage,
        ArrayList? allMessages,
        TimeSpan? max = null,
        string? hint = "",
        CancellationToken cancellationToken = default)
        => Fish(false, isMessage, allMessages, max, hint, cancellationToken);

    public async Task FishUntilMessageAsync<T>(TimeSpan? max = null, CancellationToken cancellationToken = default)
    {
        var messages = ReceiveWhileAsync<object>(
            message =>
            {
                _assertions.AssertFalse(message is T, "did not expect a message of type {0}", typeof(T));
                return true;
            },
            max,
            cancellationToken: cancellationToken);

        await foreach (var _ in messages.ConfigureAwait(false))
        {
            // Only their types matter.
        }
    }

    public async Task<ArrayList> WaitForRadioSilenceAsync(
        TimeSpan? max = null, uint? maxMessages = null, CancellationToken cancellationToken = default)
    {
        var messages = new ArrayList();
        for (uint i = 0; ; i++)
        {
            _assertions.AssertFalse(
                maxMessages.HasValue && i > maxMessages.Value, "maxMessages violated (current iteration: {0}).", i);

            var (success, envelope) = await Receive(false, max, true, cancellationToken).ConfigureAwait(false);
            if (!success)
                return ArrayList.ReadOnly(messages);

            messages.Add(envelope.Message);
        }
    }

    private async ValueTask<T> Fish<T>(
        bool blocking,
        Predicate<T> isMessage,
        ArrayList? allMessages,
        TimeSpan? max,
        string? hint,
        CancellationToken cancellationToken)
    {
        var timeout = RemainingOrDilated(max);
        var end = Now + timeout;
        allMessages?.Clear();
        while (true)
        {
            var (success, envelope) = await Receive(blocking, AtLeastZero(end - Now), true, cancellationToken)
                .ConfigureAwait(false);
            _assertions.AssertTrue(
                success,
                "Timeout ({0}) during fishForMessage{1}",
                timeout,
                string.IsNullOrEmpty(hint) ? "" : $", hint: {hint}");

            if (envelope.Message is T typed && isMessage(typed))
                return typed;

            allMessages?.Add(envelope.Message);
        }
    }
}
