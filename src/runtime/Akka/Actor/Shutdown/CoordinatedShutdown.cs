using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// Ends an actor system in phases: each phase runs its tasks side by side, and begins when those it depends on are
/// done, have failed, or had their time. It runs once, whoever asks for it.
/// </summary>
public sealed class CoordinatedShutdown : IExtension
{
    public const string PhaseBeforeServiceUnbind = "before-service-unbind";
    public const string PhaseServiceUnbind = "service-unbind";
    public const string PhaseServiceRequestsDone = "service-requests-done";
    public const string PhaseServiceStop = "service-stop";
    public const string PhaseBeforeClusterShutdown = "before-cluster-shutdown";
    public const string PhaseClusterShardingShutdownRegion = "cluster-sharding-shutdown-region";
    public const string PhaseClusterLeave = "cluster-leave";
    public const string PhaseClusterExiting = "cluster-exiting";
    public const string PhaseClusterExitingDone = "cluster-exiting-done";
    public const string PhaseClusterShutdown = "cluster-shutdown";
    public const string PhaseBeforeActorSystemTerminate = "before-actor-system-terminate";
    public const string PhaseActorSystemTerminate = "actor-system-terminate";

    private readonly ShutdownPhases _phases;
    private readonly ShutdownTasks _tasks = new();
    private readonly TaskCompletionSource<Done> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ILoggingAdapter _log;
    private Reason? _reason;

    internal CoordinatedShutdown(ExtendedActorSystem system, ShutdownPhases phases)
    {
        System = system;
        _phases = phases;
        _log = Logging.GetLogger(system, this);
    }

    public ExtendedActorSystem System { get; }

    /// <summary>Null until it runs.</summary>
    public Reason? ShutdownReason => Volatile.Read(ref _reason);

    /// <summary>The sum of the time-outs of all phases that have tasks.</summary>
    public TimeSpan TotalTimeout =>
        _tasks.Phases.Aggregate(TimeSpan.Zero, (total, phase) => total + _phases.Get(phase).Timeout);

    internal IReadOnlyList<string> OrderedPhases => _phases.InOrder;

    internal ILoggingAdapter Log => _log;

    public static CoordinatedShutdown Get(ActorSystem sys) => new CoordinatedShutdownExtension().Apply(sys);

    /// <summary>A task may be added while the shutdown runs, to a phase that has not begun.</summary>
    /// <exception cref="Configuration.ConfigurationException">There is no such phase.</exception>
    public void AddTask(string phase, string taskName, Func<Task<Done>> task)
    {
        if (!_phases.Contains(phase))
        {
            throw new Configuration.ConfigurationException(
                $"Unknown phase [{phase}], known phases [{string.Join(",", OrderedPhases)}]. "
                + "All phases (along with their optional dependencies) must be defined in configuration.");
        }

        _tasks.Add(phase, new ShutdownTask(taskName, task));
    }

    /// <summary>The time-out of a phase.</summary>
    /// <exception cref="ArgumentException">There is no such phase.</exception>
    public TimeSpan Timeout(string phase)
    {
        if (!_phases.Contains(phase))
            throw new ArgumentException($"Unknown phase [{phase}]. All phases must be defined in configuration.");
        return _phases.Get(phase).Timeout;
    }

    /// <summary>Runs the phases, from <paramref name="fromPhase"/> on if it is given. Later calls change nothing, and
    /// return the task of the first. The task fails when a phase fails that does not recover.</summary>
    public Task<Done> Run(Reason reason, string? fromPhase = null)
    {
        ArgumentNullException.ThrowIfNull(reason);
        if (Interlocked.CompareExchange(ref _reason, reason, null) is null)
            _ = RunPhasesAsync(fromPhase);
        return _done.Task;
    }

    private async Task RunPhasesAsync(string? fromPhase)
    {
        try
        {
            foreach (var phase in OrderedPhases.SkipWhile(name => fromPhase is not null && name != fromPhase))
                await RunPhaseAsync(phase, _tasks.Of(phase)).ConfigureAwait(false);
            _done.TrySetResult(Done.Instance);
        }
        catch (Exception cause)
        {
            // Whoever awaits it gets the aggregate.
            _done.TrySetException(new AggregateException(cause));
        }
    }

    private async Task RunPhaseAsync(string phase, IReadOnlyList<ShutdownTask> tasks)
    {
        if (tasks.Count == 0)
        {
            _log.Debug("Performing phase [{0}] with [0] tasks.", phase);
            return;
        }

        if (_log.IsDebugEnabled)
        {
            var names = string.Join(",", tasks.Select(task => task.Name));
            _log.Debug("Performing phase [{0}] with [{1}] tasks: [{2}]", phase, tasks.Count, names);
        }

        var recover = _phases.Get(phase).Recover;
        var results = tasks.Select(task => RunTaskAsync(phase, task, recover)).ToArray();
        await InTimeAsync(phase, Task.WhenAll(results), recover).ConfigureAwait(false);
    }

    private async Task RunTaskAsync(string phase, ShutdownTask task, bool recover)
    {
        Task? started = null;
        try
        {
            started = task.Start();
            await started.ConfigureAwait(false);
        }
        catch (Exception cause) when (recover)
        {
            var message = started is null ? cause.Message : started.Exception?.Flatten().Message;
            _log.Warning("Task [{0}] failed in phase [{1}]: {2}", task.Name, phase, message!);
        }
    }

    private async Task InTimeAsync(string phase, Task results, bool recover)
    {
        var timeout = _phases.Get(phase).Timeout;
        try
        {
            // Real time: nothing may keep a process alive because a test has stopped its scheduler's clock.
            await results.WaitAsync(timeout).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!results.IsCompleted)
        {
            if (!recover)
                throw new TimeoutException($"Coordinated shutdown phase[{phase}] timed out after {timeout}");
            _log.Warning("Coordinated shutdown phase [{0}] timed out after {1}", phase, timeout);
        }
    }

    /// <summary>Why an actor system ends; derive from it to give a reason of one's own.</summary>
    public class Reason
    {
        protected Reason()
        {
        }
    }

    /// <summary>Nobody said why.</summary>
    public class UnknownReason : Reason
    {
        public static readonly Reason Instance = new UnknownReason();

        private UnknownReason()
        {
        }
    }

    /// <summary><see cref="ActorSystem.Terminate"/> was called.</summary>
    public class ActorSystemTerminateReason : Reason
    {
        public static readonly Reason Instance = new ActorSystemTerminateReason();

        private ActorSystemTerminateReason()
        {
        }
    }

    /// <summary>The process exits.</summary>
    public class ClrExitReason : Reason
    {
        public static readonly Reason Instance = new ClrExitReason();

        private ClrExitReason()
        {
        }
    }

    /// <summary>The node was downed by its cluster.</summary>
    public class ClusterDowningReason : Reason
    {
        public static readonly Reason Instance = new ClusterDowningReason();

        private ClusterDowningReason()
        {
        }
    }

    /// <summary>The node leaves its cluster.</summary>
    public class ClusterLeavingReason : Reason
    {
        public static readonly Reason Instance = new ClusterLeavingReason();

        private ClusterLeavingReason()
        {
        }
    }

    /// <summary>The node could not join a cluster.</summary>
    public class ClusterJoinUnsuccessfulReason : Reason
    {
        public static readonly Reason Instance = new ClusterJoinUnsuccessfulReason();

        private ClusterJoinUnsuccessfulReason()
        {
        }
    }
}
