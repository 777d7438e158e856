using Akka.Actor;

namespace Akka.Tests.Actor;

public class LifecycleLogTests() : KitTest(
    """
    akka.actor.debug {
      lifecycle = on
      autoreceive = on
      receive = on
      unhandled = on
    }
    """)
{
    [Fact]
    public void Tells_of_start_and_supervision()
    {
        EventFilter.Debug($"Started ({typeof(Listening)})", source: "akka://test/user/new").ExpectOne(
            () => EventFilter.Debug(start: "now supervising akka://test/user/new", source: "akka://test/user")
                .ExpectOne(() => New("new")));
    }

    [Fact]
    public void Tells_of_stop()
    {
        var actor = New("stopping");

        EventFilter.Debug("Stopped", source: actor.Path.ToString()).ExpectOne(() => Sys.Stop(actor));
    }

    [Fact]
    public void Tells_of_a_stop_that_waits_for_children()
    {
        var actor = New("waiting");
        actor.Tell("child");
        ExpectMsg("done");

        EventFilter.Debug("Stopping", source: actor.Path.ToString()).ExpectOne(() => Sys.Stop(actor));
    }

    [Fact]
    public void Tells_of_a_restart()
    {
        var actor = New("restarting");

        EventFilter.Debug("Restarting", source: actor.Path.ToString()).ExpectOne(
            () => EventFilter.Debug($"Restarted ({typeof(Listening)})", source: actor.Path.ToString()).ExpectOne(
                () => actor.Tell("fail")));
    }

    [Fact]
    public void Tells_of_watchers()
    {
        var actor = New("watched");

        EventFilter.Debug($"now watched by {TestActor}", source: actor.Path.ToString()).ExpectOne(() => Watch(actor));
        EventFilter.Debug($"no longer watched by {TestActor}", source: actor.Path.ToString())
            .ExpectOne(() => Unwatch(actor));
    }

    [Fact]
    public void Tells_of_messages_that_actors_with_ILogReceive_receive()
    {
        var actor = New("receiving");

        EventFilter.Debug($"received handled message hello from {TestActor.Path}", source: actor.Path.ToString())
            .ExpectOne(() => actor.Tell("hello"));
        EventFilter.Debug(contains: "received handled message").Expect(0, Ms(50), () =>
        {
            Echo("silent").Tell("hello");
            ExpectMsg("hello");
        });
    }

    [Fact]
    public void Tells_of_messages_that_are_not_handled()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Deaf()), "deaf");

        EventFilter.Debug($"received unhandled message hello from {TestActor.Path}", source: actor.Path.ToString())
            .ExpectOne(() => EventFilter
                .Debug($"Unhandled message from {TestActor.Path} : hello", source: actor.Path.ToString())
                .ExpectOne(() => actor.Tell("hello")));
    }

    [Fact]
    public void Tells_of_messages_that_the_cell_handles_itself()
    {
        var actor = New("automatic");

        EventFilter.Debug(start: "received AutoReceiveMessage", source: actor.Path.ToString()).Expect(2, () =>
        {
            actor.Tell(new Identify(1));
            actor.Tell(PoisonPill.Instance);
        });
    }

    private IActorRef New(string name) => Sys.ActorOf(Props.Create(() => new Listening()), name);

    private sealed class Listening : ReceiveActor, ILogReceive
    {
        public Listening()
        {
            Receive<string>(text => text == "fail", _ => throw new InvalidOperationException("ordered"));
            Receive<string>(text => text == "child", _ =>
            {
                Context.ActorOf(Props.Empty);
                Sender.Tell("done");
            });
            ReceiveAny(_ => { });
        }
    }

    private sealed class Deaf : ActorBase, ILogReceive
    {
        protected override bool Receive(object message) => false;
    }
}
