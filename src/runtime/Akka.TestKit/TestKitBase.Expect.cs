using Akka.Actor;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    private const string PredicateHint = "the predicate to return true";

    public T ExpectMsg<T>(
        TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default)
        => Completed(Expect<T>(true, RemainingOrDilated(duration), null, hint, cancellationToken));

    public T ExpectMsg<T>(
        T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default)
        => Completed(Expect(true, RemainingOrDilated(timeout), Equal(message), hint, cancellationToken));

    public T ExpectMsg<T>(
        Predicate<T>? isMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default)
        => Completed(Expect(true, RemainingOrDilated(timeout), Match(isMessage, hint), hint, cancellationToken));

    public T ExpectMsg<T>(
        Action<T>? assert, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default)
        => Completed(Expect(true, RemainingOrDilated(timeout), IgnoreSender(assert), hint, cancellationToken));

    public T ExpectMsg<T>(
        Func<T, IActorRef, bool> isMessageAndSender,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default)
        => Completed(
            Expect(true, RemainingOrDilated(timeout), Match(isMessageAndSender, hint), hint, cancellationToken));

    public T ExpectMsg<T>(
        Action<T, IActorRef>? assertMessageAndSender,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default)
        => Completed(Expect(true, RemainingOrDilated(timeout), assertMessageAndSender, hint, cancellationToken));

    public T ExpectMsg<T>(
        T expected,
        Func<T, T, bool> comparer,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default)
        => Completed(
            Expect(true, RemainingOrDilated(timeout), Equal(expected, comparer, hint), hint, cancellationToken));

    public ValueTask<T> ExpectMsgAsync<T>(
        TimeSpan? duration = null, string? hint = null, CancellationToken cancellationToken = default)
        => Expect<T>(false, RemainingOrDilated(duration), null, hint, cancellationToken);

    public ValueTask<T> ExpectMsgAsync<T>(
        T message, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default)
        => Expect(false, RemainingOrDilated(timeout), Equal(message), hint, cancellationToken);

    public ValueTask<T> ExpectMsgAsync<T>(
        Predicate<T>? isMessage,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default)
        => Expect(false, RemainingOrDilated(timeout), Match(isMessage, hint), hint, cancellationToken);

    public ValueTask<T> ExpectMsgAsync<T>(
        Action<T>? assert, TimeSpan? timeout = null, string? hint = null, CancellationToken cancellationToken = default)
        => Expect(false, RemainingOrDilated(timeout), IgnoreSender(assert), hint, cancellationToken);

    public ValueTask<T> ExpectMsgAsync<T>(
        Func<T, IActorRef, bool> isMessageAndSender,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default)
        => Expect(false, RemainingOrDilated(timeout), Match(isMessageAndSender, hint), hint, cancellationToken);

    public ValueTask<T> ExpectMsgAsync<T>(
        Action<T, IActorRef>? assertMessageAndSender,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default)
        => Expect(false, RemainingOrDilated(timeout), assertMessageAndSender, hint, cancellationToken);

    public ValueTask<T> ExpectMsgAsync<T>(
        T expected,
        Func<T, T, bool> comparer,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default)
        => Expect(false, RemainingOrDilated(timeout), Equal(expected, comparer, hint), hint, cancellationToken);

    public Terminated ExpectTerminated(
        IActorRef target,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default)
        => Completed(ExpectTermination(true, target, timeout, hint, cancellationToken));

    public ValueTask<Terminated> ExpectTerminatedAsync(
        IActorRef target,
        TimeSpan? timeout = null,
        string? hint = null,
        CancellationToken cancellationToken = default)
        => ExpectTermination(false, target, timeout, hint, cancellationToken);

    private ValueTask<Terminated> ExpectTermination(
        bool blocking, IActorRef target, TimeSpan? timeout, string? hint, CancellationToken cancellationToken)
    {
        var text = $"Terminated {target}. {hint}";
        return Expect<Terminated>(
            blocking,
            RemainingOrDilated(timeout),
            (terminated, _) => _assertions.AssertEqual(target, terminated.ActorRef, Escape(text)),
            text,
            cancellationToken);
    }

    private async ValueTask<T> Expect<T>(
        bool blocking,
        TimeSpan timeout,
        Action<T, IActorRef>? assert,
        string? hint,
        CancellationToken cancellationToken)
    {
        var (success, envelope) = await Receive(blocking, timeout, true, cancellationToken).ConfigureAwait(false);
        if (!success)
            Fail("Failed: Timeout {0} while waiting for a message of type {1} {2}", timeout, typeof(T), hint ?? "");

        var message = envelope.Message;
        if (message is not T typed)
        {
            Fail(
                "Failed: Expected a message of type {0}, but received {{{2}}} (type {1}) instead {3} from {4}",
                typeof(T), message.GetType(), message, hint ?? "", envelope.Sender);
            return default!;
        }

        assert?.Invoke(typed, envelope.Sender);
        return typed;
    }

    private void Fail(string format, params object?[] args)
    {
        Trace(format, args);
        _assertions.Fail(format, args);
    }

    private Action<T, IActorRef> Equal<T>(T expected) => (actual, _) => _assertions.AssertEqual(expected, actual);

    private Action<T, IActorRef> Equal<T>(T expected, Func<T, T, bool> comparer, string? hint)
        => (actual, _) => _assertions.AssertEqual(expected, actual, comparer, Escape(hint));

    private Action<T, IActorRef> Match<T>(Predicate<T>? isMessage, string? hint) => (message, _) =>
    {
        if (isMessage is not null)
            AssertMatch(isMessage, message, hint);
    };

    private Action<T, IActorRef> Match<T>(Func<T, IActorRef, bool> isMatch, string? hint) => (message, sender) =>
        _assertions.AssertTrue(
            isMatch(message, sender),
            "Got a message of the expected type <{2}> from {4}. Also expected {0} but the message {{{1}}} " +
            "of type <{3}> did not match",
            hint ?? PredicateHint, message, typeof(T).FullName, message!.GetType().FullName, sender);

    private void AssertMatch<T>(Predicate<T> isMessage, T message, string? hint)
        => _assertions.AssertTrue(
            isMessage(message),
            "Got a message of the expected type <{2}>. Also expected {0} but the message {{{1}}} of type <{3}> " +
            "did not match",
            hint ?? PredicateHint, message, typeof(T).FullName, message!.GetType().FullName);

    private static Action<T, IActorRef>? IgnoreSender<T>(Action<T>? assert)
        => assert is null ? null : (message, _) => assert(message);

    // What has been put together already goes through the formatter of the assertions once more.
    private static string? Escape(string? text) => text?.Replace("{", "{{").Replace("}", "}}");
}
