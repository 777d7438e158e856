using Akka.Actor;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    public T ExpectMsgFrom<T>(
        IActorRef sender,
        TimeSpan? duration = null,
        string? hint = null,
        CancellationToken cancellationToken = default)
        => Completed(ExpectFrom<T>(true, duration, From(sender, hint), null, hint, cancellationToken));

    public T ExpectMsgFrom<T>(
        IActorRef sender,
        T message,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default)
        => Completed(ExpectFrom(true, timeout, From(sender, hint), Equal(message), hint, cancellationToken));

    public T ExpectMsgFrom<T>(
        IActorRef sender,
        Predicate<T>? isMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default)
        => Completed(
            ExpectFrom(true, timeout, From(sender, hint), Match(isMessage, hint), hint, cancellationToken));

    public T ExpectMsgFrom<T>(
        Predicate<IActorRef>? isSender,
        Predicate<T>? isMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default)
        => Completed(
            ExpectFrom(true, timeout, From<T>(isSender, hint), Match(isMessage, hint), hint, cancellationToken));

    public T ExpectMsgFrom<T>(
        IActorRef sender,
        Action<T>? assertMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default)
        => Completed(
            ExpectFrom(true, timeout, From(sender, hint), IgnoreSender(assertMessage), hint, cancellationToken));

    public T ExpectMsgFrom<T>(
        Action<IActorRef>? assertSender,
        Action<T>? assertMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default)
        => Completed(
            ExpectFrom(
                true, timeout, From<T>(assertSender), IgnoreSender(assertMessage), hint, cancellationToken));

    public ValueTask<T> ExpectMsgFromAsync<T>(
        IActorRef sender,
        TimeSpan? duration = null,
        string? hint = null,
        CancellationToken cancellationToken = default)
        => ExpectFrom<T>(false, duration, From(sender, hint), null, hint, cancellationToken);

    public ValueTask<T> ExpectMsgFromAsync<T>(
        IActorRef sender,
        T message,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default)
        => ExpectFrom(false, timeout, From(sender, hint), Equal(message), hint, cancellationToken);

    public ValueTask<T> ExpectMsgFromAsync<T>(
        IActorRef sender,
        Predicate<T>? isMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default)
        => ExpectFrom(false, timeout, From(sender, hint), Match(isMessage, hint), hint, cancellationToken);

    public ValueTask<T> ExpectMsgFromAsync<T>(
        Predicate<IActorRef>? isSender,
        Predicate<T>? isMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default)
        => ExpectFrom(false, timeout, From<T>(isSender, hint), Match(isMessage, hint), hint, cancellationToken);

    public ValueTask<T> ExpectMsgFromAsync<T>(
        IActorRef sender,
        Action<T>? assertMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default)
        => ExpectFrom(false, timeout, From(sender, hint), IgnoreSender(assertMessage), hint, cancellationToken);

    public ValueTask<T> ExpectMsgFromAsync<T>(
        Action<IActorRef>? assertSender,
        Action<T>? assertMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default)
        => ExpectFrom(false, timeout, From<T>(assertSender), IgnoreSender(assertMessage), hint, cancellationToken);

    private ValueTask<T> ExpectFrom<T>(
        bool blocking,
        TimeSpan? timeout,
        Action<object?, IActorRef>? assertSender,
        Action<T, IActorRef>? assertMessage,
        string? hint,
        CancellationToken cancellationToken)
        => Expect<T>(
            blocking,
            RemainingOrDilated(timeout),
            (message, sender) =>
            {
                assertSender?.Invoke(message, sender);
                assertMessage?.Invoke(message, sender);
            },
            hint,
            cancellationToken);

    private Action<object?, IActorRef> From(IActorRef expected, string? hint) => (_, actual) =>
        _assertions.AssertEqual(expected, actual, Escape(WrongSender(actual, $"{expected}", hint)));

    private Action<object?, IActorRef>? From<T>(Predicate<IActorRef>? isSender, string? hint)
        => isSender is null
            ? null
            : (message, actual) => _assertions.AssertTrue(
                isSender(actual),
                Escape(WrongSender(actual, hint ?? PredicateHint, null) + $" The message was {{{message}}}"));

    private static Action<object?, IActorRef>? From<T>(Action<IActorRef>? assertSender)
        => assertSender is null ? null : (_, actual) => assertSender(actual);

    private static string WrongSender(IActorRef actual, string expected, string? hint)
        => $"Sender does not match. Got a message from sender {actual}. But expected {expected}{hint}";
}
