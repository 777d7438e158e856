using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Tests.Actor;

public class ActorSystemTests : KitTest
{
    private const string Quiet = "akka { stdout-loglevel = OFF, loggers = [] }\n";

    [Theory]
    [InlineData("x")]
    [InlineData("X")]
    [InlineData("9lives")]
    [InlineData("hello-world")]
    [InlineData("a-")]
    public async Task Has_a_name_of_letters_digits_and_dashes(string name)
    {
        var system = New(name: name);

        Assert.Equal(name, system.Name);
        Assert.Equal($"akka://{name}", system.ToString());
        await End(system);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-leading")]
    [InlineData("two words")]
    [InlineData("hello_world")]
    [InlineData("hello.world")]
    [InlineData("hello/world")]
    [InlineData("hello@world")]
    [InlineData("größe")]
    public void Refuses_any_other_name(string name)
    {
        var failure = Assert.Throws<ArgumentException>(() => ActorSystem.Create(name));

        Assert.StartsWith(
            $"Invalid ActorSystem name [{name}], must contain only word characters "
            + "(i.e. [a-zA-Z0-9] plus non-leading '-')",
            failure.Message);
        Assert.Equal("name", failure.ParamName);
    }

    [Fact]
    public void Needs_a_name_and_a_configuration()
    {
        Assert.Throws<ArgumentNullException>(() => ActorSystem.Create(null!));
        Assert.Throws<ArgumentNullException>(() => ActorSystem.Create("x", (Config)null!));
    }

    [Fact]
    public async Task Takes_what_is_not_configured_from_the_defaults()
    {
        var system = New("my.own = 7");

        Assert.Equal(7, system.Settings.Config.GetInt("my.own"));
        Assert.Equal(TimeSpan.FromSeconds(20), system.Settings.CreationTimeout);
        Assert.Equal("INFO", system.Settings.LogLevel);
        await End(system);
    }

    [Fact]
    public async Task Takes_its_configuration_from_the_bootstrap_setup()
    {
        var config = ConfigurationFactory.ParseString($"{Quiet}my.own = 7");

        var system = ActorSystem.Create("x", BootstrapSetup.Create().WithConfig(config));
        var another = ActorSystem.Create("y", ActorSystemSetup.Create(BootstrapSetup.Create().WithConfig(config)));

        Assert.Equal(7, system.Settings.Config.GetInt("my.own"));
        Assert.Equal(7, another.Settings.Config.GetInt("my.own"));
        await End(system);
        await End(another);
    }

    [Fact]
    public async Task Has_an_age()
    {
        var system = New();

        Assert.True(system.Uptime > TimeSpan.Zero);
        Assert.True((DateTime.UtcNow - DateTime.UnixEpoch) - system.StartTime < TimeSpan.FromMinutes(5));
        await End(system);
    }

    [Fact]
    public void Stops_a_child_of_the_guardian()
    {
        var actor = Echo();
        Watch(actor);

        Sys.Stop(actor);

        ExpectTerminated(actor);
    }

    [Fact]
    public void Stops_a_grandchild()
    {
        var parent = Act((context, message) => context.Sender.Tell(
            context.ActorOf(Scripted((_, _) => { }), (string)message)));
        parent.Tell("child", TestActor);
        var child = ExpectMsg<IActorRef>();
        Watch(child);

        Sys.Stop(child);

        ExpectTerminated(child);
    }

    [Fact]
    public async Task Runs_termination_callbacks_last_first()
    {
        var system = New();
        var ran = new ConcurrentQueue<int>();
        for (var i = 1; i <= 4; i++)
        {
            var number = i;
            system.RegisterOnTermination(() => ran.Enqueue(number));
        }

        await End(system);

        Assert.Equal([4, 3, 2, 1], ran);
    }

    [Fact]
    public async Task Has_run_termination_callbacks_when_it_says_that_it_has_terminated()
    {
        var system = New();
        var release = new TaskCompletionSource();
        var finished = false;
        system.RegisterOnTermination(() =>
        {
            release.Task.Wait(Patience);
            finished = true;
        });

        var end = system.Terminate();
        Assert.False(end.IsCompleted);
        release.SetResult();
        await end.WaitAsync(Patience);

        Assert.True(finished);
    }

    [Fact]
    public async Task Runs_all_termination_callbacks_though_one_fails()
    {
        var system = New();
        var ran = new ConcurrentQueue<int>();
        system.RegisterOnTermination(() => ran.Enqueue(1));
        system.RegisterOnTermination(() => throw new InvalidOperationException("ordered"));
        system.RegisterOnTermination(() => ran.Enqueue(3));

        await End(system);

        Assert.Equal([3, 1], ran);
    }

    [Fact]
    public async Task Runs_termination_callbacks_when_all_actors_have_stopped()
    {
        var system = New();
        var log = new ConcurrentQueue<string>();
        system.ActorOf(Props.Create(() => new LastWords(log)));
        system.RegisterOnTermination(() => log.Enqueue("callback"));

        await End(system);

        Assert.Equal(["PostStop", "callback"], log);
    }

    [Fact]
    public async Task Takes_no_termination_callback_when_it_has_terminated()
    {
        var system = New();
        await End(system);

        var failure = Assert.Throws<InvalidOperationException>(() => system.RegisterOnTermination(() => { }));

        Assert.Equal("ActorSystem already terminated.", failure.Message);
    }

    [Fact]
    public async Task Makes_no_actor_when_it_has_terminated()
    {
        var system = New();
        await End(system);

        var failure = Assert.Throws<InvalidOperationException>(() => system.ActorOf(Props.Empty));

        Assert.Equal("Cannot create child while terminating or terminated", failure.Message);
    }

    [Fact]
    public async Task Leaves_no_actor_alive_that_was_made_while_it_terminated()
    {
        var system = New();
        var made = new List<IActorRef>();
        Task? end = null;

        Assert.Throws<InvalidOperationException>(() =>
        {
            while (made.Count < 1_000_000)
            {
                made.Add(system.ActorOf(Scripted((_, _) => { })));
                if (made.Count == 100) end = Task.Run(system.Terminate);
            }
        });
        await end!.WaitAsync(Patience);

        Assert.All(made, actor => Assert.True(((IInternalActorRef)actor).IsTerminated));
    }

    [Fact]
    public async Task Terminates_once_however_often_it_is_told()
    {
        var system = New();

        var ends = Enumerable.Range(0, 5).Select(_ => system.Terminate()).ToArray();
        await Task.WhenAll(ends).WaitAsync(Patience);
        await system.Terminate().WaitAsync(Patience);

        Assert.True(system.WhenTerminated.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Terminates_when_it_is_disposed_of()
    {
        var system = New();

        system.Dispose();

        await system.WhenTerminated.WaitAsync(Patience);
    }

    [Fact]
    public async Task Terminates_on_behalf_of_an_actor()
    {
        var system = New();
        var actor = system.ActorOf(Scripted((context, _) => context.System.Terminate()));

        actor.Tell("end it");

        await system.WhenTerminated.WaitAsync(Patience);
    }

    [Fact]
    public async Task Stops_children_before_their_parents_when_it_terminates()
    {
        var system = New();
        var log = new ConcurrentQueue<string>();
        var made = new TaskCompletionSource();
        system.ActorOf(Props.Create(() => new LastWords(log, "parent", made)));
        await made.Task.WaitAsync(Patience);

        await End(system);

        Assert.Equal(["child", "parent"], log);
    }

    [Fact]
    public async Task Takes_messages_for_the_dead_when_it_has_terminated()
    {
        var system = New();
        var actor = system.ActorOf(Scripted((_, _) => { }));
        await End(system);

        actor.Tell("too late");
        system.DeadLetters.Tell("much too late");
        system.Stop(actor);
        system.EventStream.Publish("nobody hears");
    }

    [Fact]
    public async Task Logs_its_configuration_when_it_is_to()
    {
        var system = ActorSystem.Create("x", ConfigurationFactory.ParseString($$"""
            akka { stdout-loglevel = OFF, loglevel = INFO, log-config-on-start = on, my-mark = here-it-is }
            akka.loggers = ["{{typeof(Notes).AssemblyQualifiedName}}"]
            """));

        await AwaitAssertAsync(() => Assert.Contains(Notes.Taken, text => text.Contains("here-it-is")), Patience);
        await End(system);
    }

    [Fact]
    public async Task Logs_its_configuration_again_when_it_is_started_again()
    {
        var config = ConfigurationFactory.ParseString("""
            akka { stdout-loglevel = OFF, loglevel = INFO, log-config-on-start = on }
            akka.loggers = ["Akka.TestKit.TestEventListener, Akka.TestKit"]
            """);
        var system = new ActorSystemImpl("x", config, ActorSystemSetup.Empty);
        system.Start();
        using var kit = new Akka.TestKit.Xunit2.TestKit(system);

        kit.EventFilter.Info(contains: "log-config-on-start : on").ExpectOne(system.Start);
        await End(system);
    }

    private static ActorSystem New(string config = "", string name = "x") =>
        ActorSystem.Create(name, ConfigurationFactory.ParseString(Quiet + config));

    private static Props Scripted(Action<IActorContext, object> receive) =>
        Props.Create(() => new ScriptedActor(receive));

    private static Task End(ActorSystem system) => system.Terminate().WaitAsync(Patience);

    private sealed class Notes : DefaultLogger
    {
        public static ConcurrentQueue<string> Taken { get; } = new();

        protected override void Print(LogEvent logEvent) => Taken.Enqueue(logEvent.Message.ToString()!);
    }

    private sealed class LastWords : ReceiveActor
    {
        private readonly ConcurrentQueue<string> _log;
        private readonly string _words;

        public LastWords(ConcurrentQueue<string> log) : this(log, "PostStop")
        {
        }

        public LastWords(ConcurrentQueue<string> log, string words, TaskCompletionSource made) : this(log, words)
        {
            Context.ActorOf(Props.Create(() => new LastWords(log, "child")));
            made.SetResult();
        }

        public LastWords(ConcurrentQueue<string> log, string words)
        {
            _log = log;
            _words = words;
        }

        protected override void PostStop() => _log.Enqueue(_words);
    }
}
