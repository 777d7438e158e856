using Akka.Actor;
using Akka.Actor.Internal;

namespace Akka.Tests.Actor;

public class RestartStatsTests
{
    private const int Long = 3_600_000;

    [Theory]
    [InlineData(0, -1, 0)]
    [InlineData(0, Long, 0)]
    [InlineData(1, -1, 1)]
    [InlineData(3, -1, 3)]
    [InlineData(3, 0, 3)]
    [InlineData(3, Long, 3)]
    [InlineData(-1, Long, 1)]
    public void Permits_as_many_restarts_as_the_limit_says(int maxRetries, int withinMilliseconds, int permitted)
    {
        var stats = new ChildRestartStats(null!);

        for (var i = 0; i < permitted; i++)
        {
            Assert.True(stats.RequestRestartPermission(maxRetries, withinMilliseconds));
        }

        Assert.False(stats.RequestRestartPermission(maxRetries, withinMilliseconds));
        Assert.False(stats.RequestRestartPermission(maxRetries, withinMilliseconds));
    }

    [Fact]
    public void Permits_every_restart_when_there_is_neither_limit_nor_window()
    {
        var stats = new ChildRestartStats(null!);

        Assert.All(Enumerable.Range(0, 100), _ => Assert.True(stats.RequestRestartPermission(-1, -1)));
    }

    [Fact]
    public void Starts_over_when_the_window_has_passed()
    {
        // A window that opened long ago: at tick 1.
        var stats = new ChildRestartStats(null!, maxNrOfRetriesCount: 5, restartTimeWindowStartTicks: 1);

        Assert.True(stats.RequestRestartPermission(2, 1));
        Assert.Equal(1u, stats.MaxNrOfRetriesCount);
        Assert.True(stats.RestartTimeWindowStartTicks > 1);
    }

    [Fact]
    public void Opens_the_window_with_the_first_failure()
    {
        var stats = new ChildRestartStats(null!);

        stats.RequestRestartPermission(2, Long);
        var opened = stats.RestartTimeWindowStartTicks;
        stats.RequestRestartPermission(2, Long);

        Assert.NotEqual(0, opened);
        Assert.Equal(opened, stats.RestartTimeWindowStartTicks);
    }

    [Theory]
    [InlineData(null, -1)]
    [InlineData(-1, -1)]
    [InlineData(0, 0)]
    [InlineData(5, 5)]
    public void Takes_no_limit_for_null(int? retries, int expected)
    {
        Assert.Equal(expected, new OneForOneStrategy(retries, null, _ => Directive.Stop).MaxNumberOfRetries);
        Assert.Equal(expected, new AllForOneStrategy(retries, null, Decider.From(Directive.Stop)).MaxNumberOfRetries);
    }

    [Fact]
    public void Takes_the_window_in_whole_milliseconds_and_none_for_null()
    {
        Assert.Equal(-1, WindowOf(null));
        Assert.Equal(-1, WindowOf(Timeout.InfiniteTimeSpan));
        Assert.Equal(0, WindowOf(TimeSpan.Zero));
        Assert.Equal(100, WindowOf(TimeSpan.FromMilliseconds(100).Add(TimeSpan.FromTicks(75))));
    }

    [Fact]
    public void Compares_strategies_by_limit_window_and_decider()
    {
        var decider = Decider.From(Directive.Stop);

        Assert.Equal(new OneForOneStrategy(1, 2, decider), new OneForOneStrategy(1, 2, decider));
        Assert.NotEqual(new OneForOneStrategy(1, 2, decider), new OneForOneStrategy(2, 2, decider));
        Assert.NotEqual(new AllForOneStrategy(1, 2, decider), new AllForOneStrategy(1, 3, decider));
        Assert.Equal(3, new OneForOneStrategy(1, 2, decider).WithMaxNrOfRetries(3).MaxNumberOfRetries);
    }

    private static int WindowOf(TimeSpan? window) =>
        new OneForOneStrategy(-1, window, _ => Directive.Stop).WithinTimeRangeMilliseconds;
}
