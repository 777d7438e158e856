using System.Runtime.CompilerServices;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    public T ExpectMsgAnyOf<T>(IEnumerable<T> messages, CancellationToken cancellationToken = default)
        => Completed(ExpectAnyOf(true, RemainingOrDefault, messages, cancellationToken));

    public ValueTask<T> ExpectMsgAnyOfAsync<T>(IEnumerable<T> messages, CancellationToken cancellationToken = default)
        => ExpectAnyOf(false, RemainingOrDefault, messages, cancellationToken);

    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(params T[] messages)
        => Collect(ExpectAllOf(true, RemainingOrDefault, messages, CancellationToken.None));

    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(
        IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default)
        => Collect(ExpectAllOf(true, RemainingOrDefault, messages, cancellationToken));

    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(TimeSpan max, params T[] messages)
        => Collect(ExpectAllOf(true, Deadline(max), messages, CancellationToken.None));

    public IReadOnlyCollection<T> ExpectMsgAllOf<T>(
        TimeSpan max, IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default)
        => Collect(ExpectAllOf(true, Deadline(max), messages, cancellationToken));

    public IAsyncEnumerable<T> ExpectMsgAllOfAsync<T>(
        IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default)
        => ExpectAllOf(false, RemainingOrDefault, messages, cancellationToken);

    public IAsyncEnumerable<T> ExpectMsgAllOfAsync<T>(
        TimeSpan max, IReadOnlyCollection<T> messages, CancellationToken cancellationToken = default)
        => ExpectAllOf(false, Deadline(max), messages, cancellationToken);

    public IReadOnlyCollection<object> ExpectMsgAllOfMatchingPredicates(params PredicateInfo[] predicates)
        => Collect(ExpectAllMatching(true, RemainingOrDefault, predicates, CancellationToken.None));

    public IReadOnlyCollection<object> ExpectMsgAllOfMatchingPredicates(
        IReadOnlyCollection<PredicateInfo> predicates, CancellationToken cancellationToken)
        => Collect(ExpectAllMatching(true, RemainingOrDefault, predicates, cancellationToken));

    public IReadOnlyCollection<object> ExpectMsgAllOfMatchingPredicates(
        TimeSpan max, params PredicateInfo[] predicates)
        => Collect(ExpectAllMatching(true, Deadline(max), predicates, CancellationToken.None));

    public IReadOnlyCollection<object> ExpectMsgAllOfMatchingPredicates(
        TimeSpan max, IReadOnlyCollection<PredicateInfo> predicates, CancellationToken cancellationToken)
        => Collect(ExpectAllMatching(true, Deadline(max), predicates, cancellationToken));

    public IAsyncEnumerable<object> ExpectMsgAllOfMatchingPredicatesAsync(
        IReadOnlyCollection<PredicateInfo> predicates, CancellationToken cancellationToken = default)
        => ExpectAllMatching(false, RemainingOrDefault, predicates, cancellationToken);

    public IAsyncEnumerable<object> ExpectMsgAllOfMatchingPredicatesAsync(
        TimeSpan max, IReadOnlyCollection<PredicateInfo> predicates, CancellationToken cancellationToken = default)
        => ExpectAllMatching(false, Deadline(max), predicates, cancellationToken);

    private async ValueTask<T> ExpectAnyOf<T>(
        bool blocking, TimeSpan max, IEnumerable<T> messages, CancellationToken cancellationToken)
    {
        var (success, envelope) = await Receive(blocking, max, true, cancellationToken).ConfigureAwait(false);
        var expected = messages.ToList();
        _assertions.AssertTrue(
            success,
            Escape($"Timeout {max} during waiting for ExpectMsgAnyOf waiting for ({string.Join(",", expected)})"));

        var message = envelope.Message;
        _assertions.AssertTrue(
            message is T typed && expected.Contains(typed), "ExpectMsgAnyOf found unexpected {0}", message);
        return (T)message;
    }

    private async IAsyncEnumerable<T> ExpectAllOf<T>(
        bool blocking,
        TimeSpan max,
        IReadOnlyCollection<T> messages,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var missing = messages.ToList();
        var unexpected = new List<object>();
        var received = ReceiveSeveral(blocking, messages.Count, max, true, cancellationToken);
        await foreach (var message in received.ConfigureAwait(false))
        {
            if (message is not T typed)
            {
                unexpected.Add(message);
                continue;
            }

            if (!missing.Remove(typed))
                unexpected.Add(message);
            yield return typed;
        }

        FailIfAny(missing, "not found", unexpected, "found unexpected");
    }

    private async IAsyncEnumerable<object> ExpectAllMatching(
        bool blocking,
        TimeSpan max,
        IReadOnlyCollection<PredicateInfo> predicates,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var unmatched = predicates.ToList();
        var unexpected = new List<object>();
        var received = ReceiveSeveral(blocking, predicates.Count, max, true, cancellationToken);
        await foreach (var message in received.ConfigureAwait(false))
        {
            var match = unmatched.FindIndex(predicate => predicate.IsMatch(message));
            if (match < 0)
                unexpected.Add(message);
            else
                unmatched.RemoveAt(match);
            yield return message;
        }

        FailIfAny(unmatched, "not found", unexpected, "found unexpected");
    }

    private TimeSpan Deadline(TimeSpan max)
    {
        max.EnsureIsPositiveFinite(nameof(max));
        return Dilated(max);
    }

    private void FailIfAny<T>(List<T> missing, string missingText, List<object> unexpected, string unexpectedText)
    {
        if (missing.Count == 0 && unexpected.Count == 0)
            return;

        var text = missing.Count == 0 ? "" : $"{missingText} [{string.Join(", ", missing)}] ";
        if (unexpected.Count > 0)
            text += $"{unexpectedText} [{string.Join(", ", unexpected)}]";
        Fail(Escape(text)!);
    }
}
