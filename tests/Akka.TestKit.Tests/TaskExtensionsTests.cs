using Akka.TestKit.Extensions;

namespace Akka.TestKit.Tests;

public class TaskExtensionsTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    private readonly Task<int> _never = new TaskCompletionSource<int>().Task;

    [Fact]
    public async Task Say_whether_a_task_has_ended_in_time()
    {
        Assert.True(await Task.CompletedTask.AwaitWithTimeout(Long));
        Assert.False(await _never.AwaitWithTimeout(Short));
    }

    [Fact]
    public async Task Return_the_result_that_comes_in_time()
    {
        Assert.Equal(1, await Task.FromResult(1).WithTimeout(Long));
        Assert.Equal(1, await Task.FromResult(1).ShouldCompleteWithin(Long));
        await Task.FromResult(1).ShouldCompleteWithin(1, Long);
    }

    [Fact]
    public async Task Throw_when_the_time_is_over()
    {
        await Assert.ThrowsAsync<TaskCanceledException>(() => _never.WithTimeout(Short));
        await Assert.ThrowsAnyAsync<Exception>(() => _never.ShouldCompleteWithin(Short));
        await Assert.ThrowsAnyAsync<Exception>(() => Task.FromResult(1).ShouldCompleteWithin(2, Long));
    }

    [Fact]
    public async Task Return_the_failure_that_is_expected()
    {
        var failure = new FormatException("expected");

        Assert.Same(failure, await Task.FromException(failure).ShouldThrowWithin<FormatException>(Long));
        await Task.FromException(failure).ShouldThrowWithin(failure, Long);
        await Assert.ThrowsAnyAsync<Exception>(() => Task.CompletedTask.ShouldThrowWithin<FormatException>(Long));
    }
}
