using System.Diagnostics;

namespace Akka.Actor.Internal;

/// <summary>A child and how often it failed lately. Touched by the parent's turn only.</summary>
public class ChildRestartStats : IChildStats
{
    public ChildRestartStats(
        IInternalActorRef child, uint maxNrOfRetriesCount = 0, long restartTimeWindowStartTicks = 0)
    {
        Child = child;
        MaxNrOfRetriesCount = maxNrOfRetriesCount;
        RestartTimeWindowStartTicks = restartTimeWindowStartTicks;
    }

    public IInternalActorRef Child { get; }

    public uint MaxNrOfRetriesCount { get; private set; }

    public long RestartTimeWindowStartTicks { get; private set; }

    public long Uid => Child.Path.Uid;

    /// <summary>
    /// Without a window the retries of a whole life count; with a window and no limit, one retry a window is granted.
    /// </summary>
    public bool RequestRestartPermission(int maxNrOfRetries, int withinTimeMilliseconds)
    {
        if (maxNrOfRetries == 0)
        {
            return false;
        }

        var limited = maxNrOfRetries > 0;
        if (withinTimeMilliseconds > 0)
        {
            return IsPermittedInWindow(limited ? maxNrOfRetries : 1, withinTimeMilliseconds);
        }

        return !limited || ++MaxNrOfRetriesCount <= maxNrOfRetries;
    }

    // The window opens with a first failure and stays open for its time. Failures within it are counted; the first one
    // after it opens the next.
    private bool IsPermittedInWindow(int retries, int milliseconds)
    {
        var now = Stopwatch.GetElapsedTime(0).Ticks;
        var opened = RestartTimeWindowStartTicks == 0 ? now : RestartTimeWindowStartTicks;
        if (now - opened > milliseconds * TimeSpan.TicksPerMillisecond)
        {
            MaxNrOfRetriesCount = 1;
            RestartTimeWindowStartTicks = now;
            return true;
        }

        RestartTimeWindowStartTicks = opened;
        return ++MaxNrOfRetriesCount <= retries;
    }
}
