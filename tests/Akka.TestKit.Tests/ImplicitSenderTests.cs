using Akka.Actor;
using Akka.TestKit.TestActors;

namespace Akka.TestKit.Tests;

public class ImplicitSenderTests : Xunit2.TestKit
{
    private readonly IActorRef _echo;

    public ImplicitSenderTests() => _echo = Sys.ActorOf(SimpleEchoActor.Props());

    [Fact]
    public void Is_the_test_actor()
    {
        _echo.Tell("hello");

        ExpectMsgFrom(_echo, "hello");
    }

    [Fact]
    public async Task Is_the_test_actor_after_an_await()
    {
        await Task.Yield();
        _echo.Tell("1");
        await ExpectMsgAsync("1");
        _echo.Tell("2");
        await ExpectMsgAsync("2");
    }

    [Fact]
    public async Task Is_the_test_actor_within_a_block_that_awaits()
    {
        await WithinAsync(TimeSpan.FromSeconds(10), async () =>
        {
            await Task.Yield();
            _echo.Tell("1");
            await ExpectMsgAsync("1");
        });
        _echo.Tell("2");
        await ExpectMsgAsync("2");
    }

    [Fact]
    public void Stays_the_test_actor_when_a_probe_is_made()
    {
        CreateTestProbe();
        _echo.Tell("hello");

        ExpectMsg("hello");
    }

    [Fact]
    public void Stays_the_test_actor_when_an_actor_has_run_on_this_thread()
    {
        ActorOfAsTestActorRef<BlackHoleActor>().Tell("hello");
        _echo.Tell("hello");

        ExpectMsg("hello");
    }

    [Fact]
    public async Task Is_the_test_actor_on_whatever_thread_the_test_goes_on()
    {
        for (var i = 0; i < 20; i++)
        {
            await Task.Run(() => { });
            _echo.Tell(i);
            await ExpectMsgFromAsync(_echo, i);
        }
    }

    [Fact]
    public async Task Is_nobody_on_a_thread_that_is_not_the_test_s()
    {
        await Task.Run(() => TestActor.Tell("hello"));

        await ExpectMsgFromAsync(Sys.DeadLetters, "hello");
    }

    [Fact]
    public void Is_nobody_on_the_thread_of_a_test_that_has_ended()
    {
        OnItsOwnThread(() =>
        {
            ExecutionContext.Run(ExecutionContext.Capture()!, _ => new Xunit2.TestKit().Dispose(), null);
            TestActor.Tell("hello");
        });

        ExpectMsgFrom(Sys.DeadLetters, "hello");
    }

    [Fact]
    public void Is_nobody_on_the_thread_that_a_test_has_left_by_awaiting()
    {
        OnItsOwnThread(() =>
        {
            var release = new TaskCompletionSource();
            var test = Test(release.Task);
            TestActor.Tell("hello");
            release.SetResult();
            test.GetAwaiter().GetResult();
        });

        ExpectMsgFrom(Sys.DeadLetters, "hello");
    }

    private static async Task Test(Task release)
    {
        using var kit = new Xunit2.TestKit();
        await release.ConfigureAwait(false);
    }

    private static void OnItsOwnThread(Action action)
    {
        var thread = new Thread(() => action());
        thread.Start();
        thread.Join();
    }
}
