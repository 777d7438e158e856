using Akka.TestKit.TestEvent;

namespace Akka.TestKit.Internal;

public partial class InternalEventFilterApplier
{
    public void Expect(int expectedCount, Action action, CancellationToken cancellationToken = default)
        => Intercept(AsFunction(action), _system, null, expectedCount, null, cancellationToken);

    public void Expect(
        int expectedCount, TimeSpan timeout, Action action, CancellationToken cancellationToken = default)
        => Intercept(AsFunction(action), _system, timeout, expectedCount, null, cancellationToken);

    public T Expect<T>(int expectedCount, Func<T> func, CancellationToken cancellationToken = default)
        => Intercept(func, _system, null, expectedCount, null, cancellationToken);

    public T Expect<T>(
        int expectedCount, TimeSpan timeout, Func<T> func, CancellationToken cancellationToken = default)
        => Intercept(func, _system, timeout, expectedCount, null, cancellationToken);

    public Task ExpectAsync(
        int expectedCount, Func<Task> actionAsync, CancellationToken cancellationToken = default)
        => InterceptAsync(AsFunction(actionAsync), _system, null, expectedCount, null, cancellationToken);

    public Task ExpectAsync(
        int expectedCount,
        Func<Task> actionAsync,
        TimeSpan? timeout,
        CancellationToken cancellationToken = default)
        => InterceptAsync(AsFunction(actionAsync), _system, timeout, expectedCount, null, cancellationToken);

    public Task ExpectAsync(
        int expectedCount, TimeSpan timeout, Func<Task> action, CancellationToken cancellationToken = default)
        => InterceptAsync(AsFunction(action), _system, timeout, expectedCount, null, cancellationToken);

    public Task ExpectAsync(
        int expectedCount, TimeSpan timeout, Action action, CancellationToken cancellationToken = default)
        => InterceptAsync(AsAsync(action), _system, timeout, expectedCount, null, cancellationToken);

    public Task<T> ExpectAsync<T>(
        int expectedCount, Func<Task<T>> func, CancellationToken cancellationToken = default)
        => InterceptAsync(func, _system, null, expectedCount, null, cancellationToken);

    public Task<T> ExpectAsync<T>(
        int expectedCount, TimeSpan timeout, Func<Task<T>> func, CancellationToken cancellationToken = default)
        => InterceptAsync(func, _system, timeout, expectedCount, null, cancellationToken);

    public void ExpectOne(Action action, CancellationToken cancellationToken = default)
        => Expect(1, action, cancellationToken);

    public void ExpectOne(TimeSpan timeout, Action action, CancellationToken cancellationToken = default)
        => Expect(1, timeout, action, cancellationToken);

    public T ExpectOne<T>(Func<T> func, CancellationToken cancellationToken = default)
        => Expect(1, func, cancellationToken);

    public T ExpectOne<T>(TimeSpan timeout, Func<T> func, CancellationToken cancellationToken = default)
        => Expect(1, timeout, func, cancellationToken);

    public Task ExpectOneAsync(Action action, CancellationToken cancellationToken = default)
        => InterceptAsync(AsAsync(action), _system, null, 1, null, cancellationToken);

    public Task ExpectOneAsync(Func<Task> action, CancellationToken cancellationToken = default)
        => ExpectAsync(1, action, cancellationToken);

    public Task ExpectOneAsync(
        TimeSpan timeout, Func<Task> action, CancellationToken cancellationToken = default)
        => ExpectAsync(1, timeout, action, cancellationToken);

    public Task<T> ExpectOneAsync<T>(Func<Task<T>> func, CancellationToken cancellationToken = default)
        => ExpectAsync(1, func, cancellationToken);

    public Task<T> ExpectOneAsync<T>(
        TimeSpan timeout, Func<Task<T>> func, CancellationToken cancellationToken = default)
        => ExpectAsync(1, timeout, func, cancellationToken);

    public T Mute<T>(Func<T> func, CancellationToken cancellationToken = default)
        => Intercept(func, _system, null, null, null, cancellationToken);

    public void Mute(Action action, CancellationToken cancellationToken = default)
        => Intercept(AsFunction(action), _system, null, null, null, cancellationToken);

    public IUnmutableFilter Mute()
    {
        _system.EventStream.Publish(new Mute(_filters));
        return new InternalUnmutableFilter(_filters, _system);
    }

    public Task<T> MuteAsync<T>(Func<Task<T>> func, CancellationToken cancellationToken = default)
        => InterceptAsync(func, _system, null, null, null, cancellationToken);

    public Task MuteAsync(Func<Task> action, CancellationToken cancellationToken = default)
        => InterceptAsync(AsFunction(action), _system, null, null, null, cancellationToken);

    public Task MuteAsync(Action action, CancellationToken cancellationToken = default)
        => InterceptAsync(AsAsync(action), _system, null, null, null, cancellationToken);

    private static Func<object?> AsFunction(Action action) => () =>
    {
        action();
        return null;
    };

    private static Func<Task<object?>> AsFunction(Func<Task> action) => async () =>
    {
        await action();
        return null;
    };

    private static Func<Task<object?>> AsAsync(Action action) => () =>
    {
        action();
        return Task.FromResult<object?>(null);
    };
}
