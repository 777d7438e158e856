using Akka.Actor;
using Akka.Event;

namespace Akka.Tests.Actor;

public class LifecycleTests : KitTest
{
    private readonly HookScript _script;

    public LifecycleTests() => _script = new HookScript(TestActor);

    [Fact]
    public void Starts_before_the_first_message()
    {
        Actor("a").Tell("hello");

        ExpectAll("a1 ctor", "a1 PreStart", "a1 hello");
    }

    [Fact]
    public void Says_goodbye_once_when_it_is_stopped()
    {
        var actor = Started("a");
        Watch(actor);

        Sys.Stop(actor);

        ExpectMsg("a1 PostStop");
        ExpectTerminated(actor);
        ExpectNoMsg(Ms(50));
    }

    [Fact]
    public void Restarts_by_way_of_stop_and_start()
    {
        var actor = Started("a");

        Fail(actor);

        ExpectAll("a1 PreRestart", "a1 PostStop", "a2 ctor", "a2 PostRestart", "a2 PreStart");
    }

    [Fact]
    public void Does_not_stop_or_start_when_the_restart_hooks_do_not()
    {
        var actor = Started("a", keepsChildren: true);

        Fail(actor);

        ExpectAll("a1 PreRestart", "a2 ctor", "a2 PostRestart");
        actor.Tell("alive");
        ExpectMsg("a2 alive");
    }

    [Fact]
    public void Goes_on_with_the_messages_behind_the_one_that_failed()
    {
        var actor = Started("a", keepsChildren: true);

        actor.Tell(new InvalidOperationException("one"));
        actor.Tell("two");
        actor.Tell("three");

        ExpectAll("a1 PreRestart", "a2 ctor", "a2 PostRestart", "a2 two", "a2 three");
    }

    [Fact]
    public void Stops_children_before_itself()
    {
        var parent = Started("parent");
        var child = Child(parent, "child");
        Child(child, "grandchild");

        Sys.Stop(parent);

        ExpectAll("grandchild1 PostStop", "child1 PostStop", "parent1 PostStop");
    }

    [Fact]
    public void Stops_children_before_the_next_instance_is_made()
    {
        var parent = Started("parent");
        var child = Child(parent, "child");
        Child(child, "grandchild");

        Fail(parent);

        ExpectMsg("parent1 PreRestart");
        ExpectMsg("parent1 PostStop");
        ExpectMsg("grandchild1 PostStop");
        ExpectMsg("child1 PostStop");
        ExpectAll("parent2 ctor", "parent2 PostRestart", "parent2 PreStart");
        Child(parent, "child", instance: 2);
    }

    [Fact]
    public void Restarts_the_children_it_keeps()
    {
        var parent = Started("parent", keepsChildren: true);
        var child = Child(parent, "child");

        Fail(parent);
        child.Tell("still there");

        ExpectAll("parent1 PreRestart", "parent2 ctor", "parent2 PostRestart");
        ExpectAll("child1 PreRestart", "child1 PostStop", "child2 ctor", "child2 PostRestart", "child2 PreStart");
        ExpectMsg("child2 still there");
    }

    [Fact]
    public void Tells_PreRestart_cause_message_and_sender()
    {
        var cause = new InvalidOperationException("why");
        var actor = Sys.ActorOf(Props.Create(() => new Confessing(TestActor)));

        actor.Tell(cause);

        ExpectMsg(("PreRestart", (object)cause, (object)cause, TestActor));
        ExpectMsg(("PostRestart", (object)cause));
    }

    [Fact]
    public void Is_stopped_without_a_goodbye_when_the_constructor_throws()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Error));
        _script.Failing("a", "ctor", new FormatException("no way"));

        var actor = Actor("a");

        ExpectMsg("a1 ctor");
        var error = ExpectMsg<Error>();
        var failure = Assert.IsType<ActorInitializationException>(error.Cause);
        Assert.Equal(actor, failure.Actor);
        Assert.Equal("Exception during creation", failure.Message);
        Assert.IsType<TypeLoadException>(failure.InnerException);
        Assert.StartsWith(
            $"Error while creating actor instance of type {typeof(ReportingActor)} with 3 args: (",
            error.Message.ToString());
        Assert.Contains("no way", failure.ToString());
        Watch(actor);
        ExpectTerminated(actor);
        ExpectNoMsg(Ms(50));
    }

    [Fact]
    public void Is_stopped_without_a_goodbye_when_PreStart_throws()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Error));
        _script.Failing("a", "PreStart", new FormatException("no start"));

        var actor = Actor("a");

        ExpectAll("a1 ctor", "a1 PreStart");
        var error = ExpectMsg<Error>();
        Assert.Equal("no start", error.Message.ToString());
        Assert.Equal(actor.Path.ToString(), error.LogSource);
        Assert.IsType<FormatException>(Assert.IsType<ActorInitializationException>(error.Cause).InnerException);
        Watch(actor);
        ExpectTerminated(actor);
        ExpectNoMsg(Ms(50));
    }

    [Fact]
    public void Restarts_all_the_same_when_PreRestart_throws()
    {
        var actor = Started("a");
        _script.Failing("a", "PreRestart");
        Sys.EventStream.Subscribe(TestActor, typeof(Error));

        actor.Tell(new FormatException("first"));

        Assert.Equal("first", ExpectMsg<Error>().Message.ToString());
        ExpectMsg("a1 PreRestart");
        var error = ExpectMsg<Error>();
        Assert.Equal("PreRestart failed", error.Message.ToString());
        Assert.IsType<PreRestartException>(error.Cause);
        Assert.Equal((actor.Path.ToString(), typeof(ReportingActor)), (error.LogSource, error.LogClass));
        ExpectAll("a2 ctor", "a2 PostRestart", "a2 PreStart");
    }

    [Fact]
    public void Restarts_children_that_its_PreRestart_makes_before_they_handle_anything()
    {
        using var gate = new ManualResetEventSlim();
        var actor = Sys.ActorOf(Props.Create(() => new LateParent(_script, gate)));

        actor.Tell(new FormatException());

        ExpectAll("late1 ctor", "late1 PreStart");
        ExpectNoMsg(Ms(100));
        gate.Set();
        ExpectAll(
            "late1 PreRestart", "late1 PostStop", "late2 ctor", "late2 PostRestart", "late2 PreStart", "late2 hello");
    }

    [Fact]
    public void Is_stopped_when_PostRestart_throws()
    {
        var actor = Started("a");
        _script.Failing("a", "PostRestart");
        Sys.EventStream.Subscribe(TestActor, typeof(Error));
        Watch(actor);

        actor.Tell(new FormatException("first"));

        ExpectMsg<Error>();
        ExpectAll("a1 PreRestart", "a1 PostStop", "a2 ctor", "a2 PostRestart");
        var error = ExpectMsg<Error>();
        Assert.Equal("PostRestart failed", error.Message.ToString());
        Assert.IsType<FormatException>(Assert.IsType<PostRestartException>(error.Cause).OriginalCause);
        Assert.Equal("Exception post restart (System.FormatException)", error.Cause.Message);
        ExpectMsg("a2 PostStop");
        ExpectTerminated(actor);
    }

    [Fact]
    public void Says_goodbye_again_when_the_next_constructor_throws()
    {
        var actor = Started("a");
        _script.Failing("a", "ctor");
        Watch(actor);

        EventFilter.Exception<PostRestartException>().ExpectOne(() => actor.Tell(new FormatException("first")));

        ExpectAll("a1 PreRestart", "a1 PostStop", "a2 ctor", "a1 PostStop");
        ExpectTerminated(actor);
    }

    [Fact]
    public void Logs_a_goodbye_that_throws_and_ends_all_the_same()
    {
        var actor = Started("a");
        _script.Failing("a", "PostStop");
        Watch(actor);

        EventFilter.Exception<InvalidOperationException>("PostStop failed").ExpectOne(() => Sys.Stop(actor));

        ExpectMsg("a1 PostStop");
        ExpectTerminated(actor);
    }

    [Fact]
    public void Handles_nothing_after_it_has_stopped_itself()
    {
        var actor = Started("a");
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));

        actor.Tell("stop");
        actor.Tell("late");

        ExpectMsg("a1 PostStop");
        var letter = ExpectMsg<DeadLetter>();
        Assert.Equal(("late", actor), (letter.Message, letter.Recipient));
    }

    [Fact]
    public void Stops_before_any_message_when_PreStart_stops_it()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Stillborn(TestActor)));
        actor.Tell("never");

        ExpectMsg("PreStart");
        ExpectMsg("PostStop");
        ExpectNoMsg(Ms(50));
    }

    [Fact]
    public void Knows_itself_and_its_children_in_every_hook()
    {
        var actor = Sys.ActorOf(Props.Create(() => new SelfAware(TestActor)), "aware");

        actor.Tell("restart");
        ExpectMsg(("ctor", actor));
        ExpectMsg(("PreStart", actor));
        ExpectMsg(("PreRestart", actor));
        ExpectMsg(("ctor", actor));
        ExpectMsg(("PostRestart", actor));
        Sys.Stop(actor);

        ExpectMsg(("PostStop", actor));
    }

    [Fact]
    public void Begins_with_its_first_behaviour_after_a_restart()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Moody()));

        actor.Tell("mood");
        ExpectMsg("calm");
        actor.Tell("change");
        actor.Tell("mood");
        ExpectMsg("cross");
        actor.Tell(new InvalidOperationException("too much"));
        actor.Tell("mood");

        ExpectMsg("calm");
    }

    [Fact]
    public void Disposes_of_every_instance_after_its_goodbye()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Disposable(TestActor)));

        actor.Tell(new InvalidOperationException("again"));
        ExpectAll("PostStop", "Dispose");
        Sys.Stop(actor);

        ExpectAll("PostStop", "Dispose");
    }

    [Fact]
    public void Logs_a_dispose_that_throws()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Indisposable()));

        EventFilter.Error($"An error occurred while disposing {typeof(Indisposable)} actor. Reason: not today")
            .ExpectOne(() => Sys.Stop(actor));
    }

    [Fact]
    public void Frees_a_childs_name_when_the_child_has_ended()
    {
        var parent = Started("parent");
        var first = Child(parent, "child");

        Watch(first);
        Sys.Stop(first);
        ExpectMsg("child1 PostStop");
        ExpectTerminated(first);

        var second = Child(parent, "child", instance: 2);
        Assert.Equal(first.Path, second.Path);
        Assert.NotEqual(first, second);
    }

    private IActorRef Actor(string name, bool keepsChildren = false) =>
        Sys.ActorOf(Props.Create(() => new ReportingActor(_script, name, keepsChildren)), name);

    private IActorRef Started(string name, bool keepsChildren = false)
    {
        var actor = Actor(name, keepsChildren);
        ExpectAll($"{name}1 ctor", $"{name}1 PreStart");
        return actor;
    }

    private IActorRef Child(IActorRef parent, string name, int instance = 1)
    {
        parent.Tell($"child {name}");
        IActorRef child = ActorRefs.Nobody;
        var reports = Enumerable.Range(0, 3).Select(_ => ReceiveOne(Patience)).ToList();
        child = reports.OfType<IActorRef>().Single();
        Assert.Equal([$"{name}{instance} ctor", $"{name}{instance} PreStart"], reports.OfType<string>());
        return child;
    }

    private void Fail(IActorRef actor) =>
        EventFilter.Exception<InvalidOperationException>("ordered").ExpectOne(
            () => actor.Tell(new InvalidOperationException("ordered")));

    private void ExpectAll(params string[] reports)
    {
        foreach (var report in reports) ExpectMsg(report);
    }

    private sealed class Confessing(IActorRef peer) : UntypedActor
    {
        protected override void OnReceive(object message) => throw (Exception)message;

        protected override void PreRestart(Exception reason, object message) =>
            peer.Tell(("PreRestart", (object)reason, message, Sender));

        protected override void PostRestart(Exception reason) => peer.Tell(("PostRestart", (object)reason));
    }

    private sealed class Stillborn(IActorRef peer) : UntypedActor
    {
        protected override void PreStart()
        {
            peer.Tell("PreStart");
            Context.Stop(Self);
        }

        protected override void PostStop() => peer.Tell("PostStop");

        protected override void OnReceive(object message) => peer.Tell(message);
    }

    private sealed class SelfAware : UntypedActor
    {
        private readonly IActorRef _peer;

        public SelfAware(IActorRef peer)
        {
            _peer = peer;
            Say("ctor");
            Context.ActorOf(Props.Empty, "child");
        }

        protected override void PreStart() => Say("PreStart");

        protected override void PostStop() => Say("PostStop");

        protected override void PreRestart(Exception reason, object message)
        {
            foreach (var child in Context.GetChildren()) Context.Stop(child);
            Say("PreRestart");
        }

        protected override void PostRestart(Exception reason) => Say("PostRestart");

        protected override void OnReceive(object message) => throw new InvalidOperationException("ordered");

        private void Say(string hook) => _peer.Tell((hook, Self));
    }

    private sealed class Moody : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is Exception cause) throw cause;
            if (message is "change") Become(Cross);
            else Sender.Tell("calm");
        }

        private void Cross(object message)
        {
            if (message is Exception cause) throw cause;
            Sender.Tell("cross");
        }
    }

    private sealed class Disposable(IActorRef peer) : UntypedActor, IDisposable
    {
        public void Dispose() => peer.Tell("Dispose");

        protected override void PostStop() => peer.Tell("PostStop");

        protected override void OnReceive(object message) => throw (Exception)message;
    }

    private sealed class LateParent(HookScript script, ManualResetEventSlim gate) : UntypedActor
    {
        protected override void PreStart() => Context.ActorOf(Props.Create(() => new Clinging(gate)));

        protected override void PostRestart(Exception reason)
        {
        }

        protected override void PreRestart(Exception reason, object message)
        {
            base.PreRestart(reason, message);
            Context.ActorOf(Props.Create(() => new ReportingActor(script, "late", false))).Tell("hello");
        }

        protected override void OnReceive(object message) => throw (Exception)message;
    }

    private sealed class Clinging(ManualResetEventSlim gate) : UntypedActor
    {
        protected override void PostStop() => Assert.True(gate.Wait(Patience));

        protected override void OnReceive(object message)
        {
        }
    }

    private sealed class Indisposable : UntypedActor, IDisposable
    {
        public void Dispose() => throw new InvalidOperationException("not today");

        protected override void OnReceive(object message)
        {
        }
    }
}
