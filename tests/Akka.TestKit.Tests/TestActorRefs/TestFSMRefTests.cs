using Akka.Actor;

namespace Akka.TestKit.Tests.TestActorRefs;

public class TestFSMRefTests : Xunit2.TestKit
{
    private readonly TestFSMRef<Door, string, int> _door;

    public TestFSMRefTests() => _door = ActorOfAsTestFSMRef<Door, string, int>("door");

    [Fact]
    public void Reads_state_and_data()
    {
        Assert.Equal("closed", _door.StateName);
        Assert.Equal(0, _door.StateData);

        _door.Tell("open");

        Assert.Equal("open", _door.StateName);
        Assert.Equal(1, _door.StateData);
    }

    [Fact]
    public void Sets_state_and_data()
    {
        _door.SetState("open");
        Assert.Equal("open", _door.StateName);
        Assert.Equal(0, _door.StateData);

        _door.SetStateData(7);
        Assert.Equal("open", _door.StateName);
        Assert.Equal(7, _door.StateData);
    }

    [Fact]
    public void Sets_the_timeout_of_the_state()
    {
        Assert.False(_door.IsStateTimerActive());

        _door.SetStateTimeout(TimeSpan.FromMilliseconds(20));

        Assert.True(_door.IsStateTimerActive());
        AwaitCondition(() => _door.StateName == "open", TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Sets_and_cancels_timers()
    {
        Assert.False(_door.IsTimerActive("bell"));

        _door.SetTimer("bell", "open", TimeSpan.FromMinutes(5));
        Assert.True(_door.IsTimerActive("bell"));

        _door.CancelTimer("bell");
        Assert.False(_door.IsTimerActive("bell"));
    }

    [Fact]
    public void Stops_with_a_reason()
    {
        Watch(_door);

        _door.SetState("closed", 0, stopReason: FSMBase.Normal.Instance);

        ExpectTerminated(_door);
    }

    private sealed class Door : FSM<string, int>
    {
        public Door()
        {
            StartWith("closed", 0);
            When("closed", e => e.FsmEvent is "open" or StateTimeout ? GoTo("open", e.StateData + 1) : null);
            When("open", e => e.FsmEvent is "close" ? GoTo("closed") : null);
        }
    }
}
