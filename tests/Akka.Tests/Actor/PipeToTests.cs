using Akka.Actor;

namespace Akka.Tests.Actor;

public class PipeToTests : KitTest
{
    private readonly TaskCompletionSource<string> _source = new();

    private Task WithoutResult => _source.Task;

    [Fact]
    public void Sends_the_result()
    {
        _source.Task.PipeTo(TestActor);
        new ValueTask<string>(_source.Task).PipeTo(TestActor);

        _source.SetResult("hello");

        ExpectMsg("hello");
        ExpectMsg("hello");
    }

    [Fact]
    public void Sends_the_result_as_the_given_sender()
    {
        var sender = CreateTestProbe();

        Task.FromResult("hello").PipeTo(TestActor, sender);

        ExpectMsg("hello");
        Assert.Equal(sender.Ref, LastSender);
    }

    [Fact]
    public async Task Sends_nothing_when_there_is_no_result()
    {
        await Task.CompletedTask.PipeTo(TestActor);
        await ValueTask.CompletedTask.PipeTo(TestActor);
        TestActor.Tell("end");

        ExpectMsg("end");
    }

    [Fact]
    public void Sends_what_is_made_of_the_result()
    {
        _source.Task.PipeTo(TestActor, success: result => result + "!");
        _source.SetResult("hello");

        ExpectMsg("hello!");
    }

    [Fact]
    public void Sends_what_is_made_of_success_without_a_result()
    {
        WithoutResult.PipeTo(TestActor, success: () => "done");
        new ValueTask(WithoutResult).PipeTo(TestActor, success: () => "done");
        _source.SetResult("");

        ExpectMsg("done");
        ExpectMsg("done");
    }

    [Fact]
    public void Sends_a_failure_with_the_exception_itself()
    {
        var boom = new InvalidOperationException("boom");
        _source.Task.PipeTo(TestActor);
        WithoutResult.PipeTo(TestActor);
        new ValueTask(WithoutResult).PipeTo(TestActor);
        _source.SetException(boom);

        for (var i = 0; i < 3; i++)
            Assert.Same(boom, ExpectMsg<Status.Failure>().Cause);
    }

    [Fact]
    public void Sends_what_is_made_of_the_exception()
    {
        _source.Task.PipeTo(TestActor, failure: cause => "such a " + cause.Message);
        WithoutResult.PipeTo(TestActor, failure: cause => "such a " + cause.Message);
        _source.SetException(new InvalidOperationException("failure"));

        ExpectMsg("such a failure");
        ExpectMsg("such a failure");
    }

    [Fact]
    public void Sends_a_failure_when_the_task_is_cancelled()
    {
        _source.Task.PipeTo(TestActor);
        WithoutResult.PipeTo(TestActor);
        _source.SetCanceled();

        Assert.IsType<TaskCanceledException>(ExpectMsg<Status.Failure>().Cause);
        Assert.IsType<TaskCanceledException>(ExpectMsg<Status.Failure>().Cause);
    }

    [Fact]
    public void Sends_a_failure_when_the_transformation_throws()
    {
        Task.FromResult("hello").PipeTo(TestActor, success: _ => throw new FormatException("transformation"));

        Assert.IsType<FormatException>(ExpectMsg<Status.Failure>().Cause);
    }

    [Fact]
    public async Task Is_done_when_the_message_has_been_sent()
    {
        var piped = _source.Task.PipeTo(TestActor);
        Assert.False(piped.IsCompleted);

        _source.SetException(new InvalidOperationException());

        await piped.WaitAsync(Patience);
        ExpectMsg<Status.Failure>();
    }

    [Fact]
    public void Pipes_to_a_selection()
    {
        Task.FromResult("hello").PipeTo(Sys.ActorSelection(TestActor.Path));

        ExpectMsg("hello");
    }
}
