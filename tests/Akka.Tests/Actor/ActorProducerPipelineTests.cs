using Akka.Actor;
using Akka.Event;

namespace Akka.Tests.Actor;

public class ActorProducerPipelineTests : KitTest
{
    private ActorProducerPipelineResolver Resolver => ((ExtendedActorSystem)Sys).ActorPipelineResolver;

    [Fact]
    public void Runs_plugins_in_order_on_each_instance()
    {
        Resolver.Register(new Third());
        Resolver.Insert(0, new First());
        Resolver.Insert(1, new Second());

        var actor = Sys.ActorOf<Noted>();

        Assert.Equal("First Second Third", NotesOf(actor));
    }

    [Fact]
    public void Runs_a_plugin_on_the_types_that_it_is_for()
    {
        Resolver.Register(new First());
        Resolver.Register(new OfSpecial());

        Assert.Equal("First", NotesOf(Sys.ActorOf<Noted>()));
        Assert.Equal("First OfSpecial", NotesOf(Sys.ActorOf<Special>()));
    }

    [Fact]
    public void Logs_a_plugin_that_throws_and_goes_on()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Error));
        Resolver.Register(new Failing());
        Resolver.Register(new First());

        var actor = Sys.ActorOf<Noted>();

        var error = ExpectMsg<Error>();
        Assert.Equal(
            $"An exception occurred while trying to apply plugin of type {typeof(Failing)} to the newly created actor "
            + $"(Type = {typeof(Noted)}, Path = {actor.Path})",
            error.Message.ToString());
        Assert.IsType<FormatException>(error.Cause);
        Assert.Equal("First", NotesOf(actor));
    }

    [Fact]
    public void Takes_one_plugin_of_each_type()
    {
        var before = Resolver.TotalPluginCount;

        Assert.True(Resolver.Register(new First()));
        Assert.False(Resolver.Register(new First()));
        Assert.False(Resolver.Insert(0, new First()));

        Assert.Equal(before + 1, Resolver.TotalPluginCount);
        Assert.True(Resolver.IsRegistered(new First()));
    }

    [Fact]
    public void Forgets_a_plugin()
    {
        Resolver.Register(new First());

        Assert.True(Resolver.Unregister(new First()));
        Assert.False(Resolver.Unregister(new First()));

        Assert.Equal("", NotesOf(Sys.ActorOf<Noted>()));
    }

    [Fact]
    public void Runs_plugins_before_an_instance_is_dropped_and_anyone_hears_of_it()
    {
        Resolver.Register(new Farewell(TestActor));
        var actor = Sys.ActorOf<Noted>();
        Watch(actor);

        Sys.Stop(actor);

        ExpectMsg("farewell");
        ExpectTerminated(actor);
    }

    [Fact]
    public void Runs_no_plugins_on_an_instance_whose_last_hook_throws()
    {
        Resolver.Register(new Farewell(TestActor));
        var actor = Sys.ActorOf<Unwilling>();
        Watch(actor);

        Sys.Stop(actor);

        ExpectTerminated(actor);
    }

    private string NotesOf(IActorRef actor)
    {
        actor.Tell("notes");
        return ExpectMsg<string>();
    }

    private class Noted : UntypedActor
    {
        public List<string> Notes { get; } = [];

        protected override void OnReceive(object message) => Sender.Tell(string.Join(" ", Notes));
    }

    private sealed class Special : Noted;

    private sealed class Unwilling : Noted
    {
        protected override void PostStop() => throw new FormatException();
    }

    private abstract class Noting<TActor> : ActorProducerPluginBase<TActor>
        where TActor : Noted
    {
        public override void AfterIncarnated(TActor actor, IActorContext context) => actor.Notes.Add(GetType().Name);
    }

    private sealed class First : Noting<Noted>;

    private sealed class Second : Noting<Noted>;

    private sealed class Third : Noting<Noted>;

    private sealed class OfSpecial : Noting<Special>;

    private sealed class Failing : ActorProducerPluginBase
    {
        public override void AfterIncarnated(ActorBase actor, IActorContext context) => throw new FormatException();

        public override bool CanBeAppliedTo(Type actorType) => actorType == typeof(Noted);
    }

    private sealed class Farewell(IActorRef peer) : ActorProducerPluginBase<Noted>
    {
        public override void BeforeIncarnated(Noted actor, IActorContext context) => peer.Tell("farewell");
    }
}
