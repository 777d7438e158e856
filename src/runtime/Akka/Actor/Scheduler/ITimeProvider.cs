namespace Akka.Actor;

/// <summary>What time it is, on the wall and on clocks that never go back.</summary>
public interface ITimeProvider
{
    DateTimeOffset Now { get; }

    TimeSpan MonotonicClock { get; }

    TimeSpan HighResMonotonicClock { get; }
}
