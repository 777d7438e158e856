namespace Akka.Actor;

/// <summary>What an inbox says to its actor.</summary>
internal static class InboxProtocol
{
    /// <summary>Asks for the first message that fits, or the next one to come until the deadline. Answered with the
    /// message, or with a <see cref="Status.Failure"/> that holds a <see cref="TimeoutException"/>.</summary>
    public sealed record Take(Predicate<object>? Predicate, TimeSpan Deadline)
    {
        public bool Fits(object message) => Predicate is null || Predicate(message);
    }

    public sealed record StartWatch(IActorRef Target, object? Message);

    public sealed record StopWatch(IActorRef Target);
}
