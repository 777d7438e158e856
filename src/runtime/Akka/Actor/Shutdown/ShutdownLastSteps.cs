using Akka.Actor.Internal;
using Akka.Configuration;

namespace Akka.Actor;

/// <summary>What the last phase does: stops the actors, and ends the process if it is told to.</summary>
internal sealed class ShutdownLastSteps(ActorSystemImpl system, CoordinatedShutdown shutdown, Config config)
{
    private readonly bool _exits = config.GetBoolean("exit-clr");

    public void AddTo(string phase)
    {
        if (config.GetBoolean("terminate-actor-system", true))
            shutdown.AddTask(phase, "terminate-system", () => TerminateAsync(shutdown.Timeout(phase)));
        else if (_exits)
            shutdown.AddTask(phase, "terminate-system", ExitAsync);
    }

    private async Task<Done> TerminateAsync(TimeSpan timeout)
    {
        var terminated = system.FinalTerminate();
        if (_exits)
            _ = ExitInTimeAsync(terminated, timeout);
        await terminated.ConfigureAwait(false);
        return Done.Instance;
    }

    // The process is to end even when an actor will not.
    private async Task ExitInTimeAsync(Task terminated, TimeSpan timeout)
    {
        await Task.WhenAny(terminated, Task.Delay(timeout)).ConfigureAwait(false);
        Exit();
    }

    private Task<Done> ExitAsync()
    {
        // On another thread: exiting waits for the process hooks, which wait for this phase.
        ThreadPool.UnsafeQueueUserWorkItem(static self => self.Exit(), this, false);
        return Task.FromResult(Done.Instance);
    }

    private void Exit()
    {
        if (!ClrShutdownHooks.AreRunning)
            Environment.Exit(ExitCode());
    }

    private int ExitCode()
    {
        var code = config.GetInt("exit-code");
        var name = shutdown.ShutdownReason?.GetType().FullName;
        return config.GetInt($"reason-overrides.\"{name}\".exit-code", code);
    }
}
