using Akka.Actor;
using Akka.TestKit.TestActors;

namespace Akka.TestKit.Tests;

public class TestProbeTests : Xunit2.TestKit
{
    private readonly TestProbe _probe;

    public TestProbeTests() => _probe = CreateTestProbe("probe");

    [Fact]
    public void Is_equal_to_its_reference()
    {
        Assert.True(_probe.Equals(_probe.Ref));
        Assert.True(_probe.Ref.Equals(_probe));
        Assert.Single(new HashSet<IActorRef> { _probe, _probe.Ref });
        Assert.Equal("probe", _probe.Ref.Path.Name);
    }

    [Fact]
    public void Receives_for_itself()
    {
        _probe.Tell("hello");

        _probe.ExpectMsg("hello");
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Replies_to_the_last_sender()
    {
        _probe.Ref.Tell("hello", TestActor);
        _probe.ExpectMsg("hello");
        _probe.Reply("bye");

        ExpectMsgFrom(_probe.Ref, "bye");
        Assert.Equal(TestActor, _probe.Sender);
    }

    [Fact]
    public void Sends_as_itself()
    {
        _probe.Send(TestActor, "hello");

        ExpectMsgFrom(_probe.Ref, "hello");
    }

    [Fact]
    public void Forwards_the_last_message()
    {
        var other = CreateTestProbe();
        _probe.Ref.Tell("hello", TestActor);
        _probe.ExpectMsg("hello");
        _probe.Forward(other);
        _probe.Forward(other, "more");

        other.ExpectMsgFrom(TestActor, "hello");
        other.ExpectMsgFrom(TestActor, "more");
    }

    [Fact]
    public void Cannot_forward_what_it_did_not_receive()
        => Assert.Throws<IllegalActorStateException>(() => _probe.Forward(TestActor));

    [Fact]
    public void Watches()
    {
        var actor = Sys.ActorOf(BlackHoleActor.Props);
        _probe.Watch(actor);
        Sys.Stop(actor);

        _probe.ExpectTerminated(actor);
    }

    [Fact]
    public async Task Stops_watching()
    {
        var actor = Sys.ActorOf(BlackHoleActor.Props);
        await _probe.WatchAsync(actor);
        await _probe.UnwatchAsync(actor);
        Watch(actor);
        Sys.Stop(actor);

        ExpectTerminated(actor);
        _probe.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Can_be_watched_itself()
    {
        Watch(_probe);
        Sys.Stop(_probe);

        ExpectTerminated(_probe);
    }

    [Fact]
    public void Its_pilot_answers_until_it_leaves()
    {
        _probe.SetAutoPilot(new DelegateAutoPilot((sender, message) =>
        {
            sender.Tell($"re: {message}");
            return message is "last" ? AutoPilot.NoAutoPilot : AutoPilot.KeepRunning;
        }));

        _probe.Tell("first");
        _probe.Tell("last");
        _probe.Tell("too late");

        ExpectMsg("re: first");
        ExpectMsg("re: last");
        ExpectNoMsg(TimeSpan.Zero);
        Assert.Equal(["first", "last", "too late"], _probe.ReceiveN(3));
    }

    [Fact]
    public void Starts_children()
    {
        var child = _probe.ChildActorOf<EchoChild>("child");

        Assert.Equal(_probe.Ref.Path / "child", child.Path);
        child.Tell("hello");
        ExpectMsg("hello");
    }

    [Fact]
    public async Task Stops_children_that_fail_without_a_strategy()
    {
        var child = await _probe.ChildActorOfAsync<EchoChild>();
        Watch(child);

        EventFilter.Exception<InvalidOperationException>().ExpectOne(() => child.Tell(new InvalidOperationException()));

        ExpectTerminated(child);
    }

    [Fact]
    public void Supervises_children_as_told()
    {
        var child = _probe.ChildActorOf<EchoChild>("child", SupervisorStrategy.DefaultStrategy);

        EventFilter.Exception<InvalidOperationException>().ExpectOne(() => child.Tell(new InvalidOperationException()));

        child.Tell("still there");
        ExpectMsg("still there");
    }

    [Fact]
    public void Gives_what_is_left_to_dead_letters_when_it_stops()
    {
        _probe.Ref.Tell("unread", TestActor);

        EventFilter.DeadLetter<string>().ExpectOne(() => Sys.Stop(_probe));
    }

    [Fact]
    public void Makes_no_probes()
        => Assert.Throws<NotSupportedException>(() => _probe.CreateTestProbe());

    [Fact]
    public void Lives_in_any_system()
    {
        var other = ActorSystem.Create("other");
        var probe = CreateTestProbe(other, "guest");
        probe.Tell("hello");

        probe.ExpectMsg("hello");
        Assert.Equal("other", probe.Ref.Path.Address.System);
        Shutdown(other, verifySystemShutdown: true);
    }

    private sealed class EchoChild : ReceiveActor
    {
        public EchoChild()
        {
            Receive<Exception>(cause => throw cause);
            ReceiveAny(message => Sender.Tell(message));
        }
    }
}
