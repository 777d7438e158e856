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
}
