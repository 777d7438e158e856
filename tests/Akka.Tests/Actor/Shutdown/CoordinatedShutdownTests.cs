using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Tests.Actor.Shutdown;

public class CoordinatedShutdownTests : IAsyncLifetime
{
    private const string Settings = """
        akka.stdout-loglevel = OFF
        akka.loggers = []
        akka.loglevel = DEBUG
        akka.coordinated-shutdown.phases {
          a {}
          b { depends-on = [a], timeout = 50ms }
          c { depends-on = [b], timeout = 50ms, recover = off }
          d { depends-on = [c] }
        }
        """;

    private const string WithoutTermination = """
        akka.coordinated-shutdown.terminate-actor-system = off
        akka.coordinated-shutdown.run-by-actor-system-terminate = off
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly Task<Done> Finished = Task.FromResult(Done.Instance);

    private readonly ConcurrentQueue<string> _ran = new();
    private readonly ActorSystem _system = Create(WithoutTermination);
    private readonly CoordinatedShutdown _shutdown;

    public CoordinatedShutdownTests()
    {
        _shutdown = CoordinatedShutdown.Get(_system);
    }

    private string Ran => string.Join(' ', _ran);

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _system.Terminate().WaitAsync(Patience);

    [Fact]
    public void Has_the_usual_phases_in_order() => Assert.Equal(
        [
            CoordinatedShutdown.PhaseBeforeServiceUnbind,
            CoordinatedShutdown.PhaseServiceUnbind,
            CoordinatedShutdown.PhaseServiceRequestsDone,
            CoordinatedShutdown.PhaseServiceStop,
            CoordinatedShutdown.PhaseBeforeClusterShutdown,
            CoordinatedShutdown.PhaseClusterShardingShutdownRegion,
            CoordinatedShutdown.PhaseClusterLeave,
            CoordinatedShutdown.PhaseClusterExiting,
            CoordinatedShutdown.PhaseClusterExitingDone,
            CoordinatedShutdown.PhaseClusterShutdown,
            CoordinatedShutdown.PhaseBeforeActorSystemTerminate,
            CoordinatedShutdown.PhaseActorSystemTerminate,
        ],
        _shutdown.OrderedPhases.Where(phase => phase.Length > 1));

    [Fact]
    public async Task Runs_the_phases_in_order()
    {
        Add("d", "d1");
        Add("a", "a1");
        Add("b", "b1");
        Add("b", "b2");

        await Run();

        Assert.Equal("a1 b1 b2 d1", Ran);
    }

    [Fact]
    public async Task Begins_a_phase_when_the_one_before_has_ended()
    {
        var gate = new TaskCompletionSource<Done>(TaskCreationOptions.RunContinuationsAsynchronously);
        _shutdown.AddTask("a", "slow", () => gate.Task);
        Add("a", "fast");
        Add("b", "next");

        var done = Run();
        Assert.Equal("fast", Ran);
        gate.SetResult(Done.Instance);
        await done;

        Assert.Equal("fast next", Ran);
    }

    [Fact]
    public async Task Begins_with_the_given_phase()
    {
        Add("a", "a1");
        Add("b", "b1");
        Add("d", "d1");

        await _shutdown.Run(new Testing(), "b").WaitAsync(Patience);

        Assert.Equal("b1 d1", Ran);
    }

    [Fact]
    public async Task Runs_once_whoever_asks_for_it()
    {
        Add("a", "a1");
        Assert.Null(_shutdown.ShutdownReason);
        var first = new Testing();

        var one = _shutdown.Run(first);
        var other = _shutdown.Run(CoordinatedShutdown.UnknownReason.Instance);
        await one.WaitAsync(Patience);

        Assert.Same(one, other);
        Assert.Same(first, _shutdown.ShutdownReason);
        Assert.Equal("a1", Ran);
    }

    [Fact]
    public void Needs_a_reason() => Assert.Throws<ArgumentNullException>(RunWithoutReason);

    private void RunWithoutReason() => _ = _shutdown.Run(null!);

    [Fact]
    public async Task Goes_on_when_a_task_fails()
    {
        var warnings = Warnings();
        _shutdown.AddTask("a", "a1", () => Task.FromException<Done>(new InvalidOperationException("boom")));
        _shutdown.AddTask("a", "a2", () => throw new InvalidOperationException("bang"));
        Add("a", "a3");
        Add("b", "b1");

        await Run();

        Assert.Equal("a3 b1", Ran);
        Assert.Equal("Task [a1] failed in phase [a]: One or more errors occurred. (boom)", warnings());
        Assert.Equal("Task [a2] failed in phase [a]: bang", warnings());
    }

    [Fact]
    public async Task Goes_on_when_a_phase_has_had_its_time()
    {
        var warnings = Warnings();
        _shutdown.AddTask("b", "b1", () => new TaskCompletionSource<Done>().Task);
        Add("d", "d1");

        await Run();

        Assert.Equal("d1", Ran);
        Assert.Equal(
            "Coordinated shutdown phase [b] timed out after 00:00:00.0500000", warnings());
    }

    [Fact]
    public async Task Ends_when_a_task_fails_in_a_phase_that_does_not_recover()
    {
        _shutdown.AddTask("c", "c1", () => Task.FromException<Done>(new InvalidOperationException("boom")));
        Add("d", "d1");

        var failure = await Assert.ThrowsAsync<AggregateException>(Run);

        Assert.IsType<InvalidOperationException>(Assert.Single(failure.InnerExceptions));
        Assert.Equal("", Ran);
    }

    [Fact]
    public async Task Ends_when_a_phase_that_does_not_recover_has_had_its_time()
    {
        _shutdown.AddTask("c", "c1", () => new TaskCompletionSource<Done>().Task);
        Add("d", "d1");

        var failure = await Assert.ThrowsAsync<AggregateException>(Run);

        var cause = Assert.IsType<TimeoutException>(Assert.Single(failure.InnerExceptions));
        Assert.Equal("Coordinated shutdown phase[c] timed out after 00:00:00.0500000", cause.Message);
        Assert.Equal("", Ran);
    }

    [Fact]
    public async Task Takes_tasks_for_later_phases_while_it_runs()
    {
        _shutdown.AddTask("a", "a1", () =>
        {
            Add("b", "b1");
            return Finished;
        });

        await Run();

        Assert.Equal("b1", Ran);
    }

    [Fact]
    public void Refuses_a_task_for_a_phase_that_is_not_defined()
    {
        var refusal = Assert.Throws<ConfigurationException>(() => Add("nowhere", "task"));

        Assert.StartsWith("Unknown phase [nowhere], known phases [", refusal.Message);
    }

    [Fact]
    public void Knows_the_time_of_each_phase()
    {
        Assert.Equal(TimeSpan.FromMilliseconds(50), _shutdown.Timeout("b"));
        Assert.Equal(TimeSpan.FromSeconds(5), _shutdown.Timeout("a"));
        Assert.Throws<ArgumentException>(() => _shutdown.Timeout("nowhere"));
    }

    [Fact]
    public void Sums_the_times_of_the_phases_that_have_tasks()
    {
        var before = _shutdown.TotalTimeout;

        Add("a", "a1");
        Add("a", "a2");
        Add("b", "b1");

        Assert.Equal(TimeSpan.FromSeconds(5.05), _shutdown.TotalTimeout - before);
    }

    [Fact]
    public async Task Terminates_the_system_in_the_last_phase()
    {
        var system = Create("");
        var shutdown = CoordinatedShutdown.Get(system);
        var reason = new Testing();

        await shutdown.Run(reason).WaitAsync(Patience);

        Assert.True(system.WhenTerminated.IsCompleted);
        Assert.Same(reason, shutdown.ShutdownReason);
    }

    [Fact]
    public async Task Is_run_by_the_termination_of_the_system()
    {
        var system = Create("");
        var shutdown = CoordinatedShutdown.Get(system);
        shutdown.AddTask("a", "a1", Finish("a1"));

        await system.Terminate().WaitAsync(Patience);

        Assert.Same(CoordinatedShutdown.ActorSystemTerminateReason.Instance, shutdown.ShutdownReason);
        Assert.Equal("a1", Ran);
    }

    [Fact]
    public async Task Fails_the_termination_that_runs_it_when_a_phase_does_not_recover()
    {
        var system = Create("akka.coordinated-shutdown.phases.before-service-unbind.depends-on = [d]");
        CoordinatedShutdown.Get(system).AddTask("c", "c1", () => throw new InvalidOperationException("boom"));

        await Assert.ThrowsAsync<AggregateException>(() => system.Terminate().WaitAsync(Patience));

        Assert.False(system.WhenTerminated.IsCompleted);
        ((ExtendedActorSystem)system).Abort();
        await system.WhenTerminated.WaitAsync(Patience);
    }

    [Fact]
    public async Task Is_there_when_it_is_asked_for_and_fails_then_when_its_phases_depend_on_themselves()
    {
        var system = Create("akka.coordinated-shutdown.phases.a.depends-on = [d]");
        Assert.False(system.HasExtension<CoordinatedShutdown>());

        Assert.Throws<ArgumentException>(() => CoordinatedShutdown.Get(system));

        ((ExtendedActorSystem)system).Abort();
        await system.WhenTerminated.WaitAsync(Patience);
    }

    [Fact]
    public async Task Is_not_run_by_the_termination_of_the_system_when_told_not_to()
    {
        var system = Create("akka.coordinated-shutdown.run-by-actor-system-terminate = off");

        await system.Terminate().WaitAsync(Patience);

        Assert.Null(CoordinatedShutdown.Get(system).ShutdownReason);
    }

    [Fact]
    public async Task Leaves_the_system_alone_when_told_to()
    {
        await Run();

        Assert.False(_system.WhenTerminated.IsCompleted);
    }

    [Fact]
    public void Can_not_be_run_by_a_termination_that_it_would_not_do() =>
        Assert.Throws<ConfigurationException>(
            () => Create("akka.coordinated-shutdown.terminate-actor-system = off"));

    private static ActorSystem Create(string config) => ActorSystem.Create(
        "shutdown", ConfigurationFactory.ParseString(config).WithFallback(ConfigurationFactory.ParseString(Settings)));

    private void Add(string phase, string task) => _shutdown.AddTask(phase, task, Finish(task));

    private Func<Task<Done>> Finish(string task) => () =>
    {
        _ran.Enqueue(task);
        return Finished;
    };

    private Task Run() => _shutdown.Run(new Testing()).WaitAsync(Patience);

    private Func<string?> Warnings()
    {
        var inbox = Inbox.Create(_system);
        _system.EventStream.Subscribe(inbox.Receiver, typeof(Warning));
        return () => ((Warning)inbox.Receive(Patience)).Message.ToString();
    }

    private sealed class Testing : CoordinatedShutdown.Reason;
}
