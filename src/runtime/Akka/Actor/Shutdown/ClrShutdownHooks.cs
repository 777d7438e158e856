using System.Runtime.InteropServices;
using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// Runs the coordinated shutdowns of all live actor systems when the process exits: when Main returns, on
/// Environment.Exit, and on SIGTERM unless somebody else, a generic host for one, has taken the signal over.
/// </summary>
internal static class ClrShutdownHooks
{
    private static readonly object Lock = new();
    private static readonly HashSet<CoordinatedShutdown> Shutdowns = [];
    private static PosixSignalRegistration? _terminationSignal;
    private static int _areRunning;

    static ClrShutdownHooks()
    {
        AppDomain.CurrentDomain.ProcessExit += static (_, _) => RunAll();
    }

    public static bool AreRunning => Volatile.Read(ref _areRunning) != 0;

    public static void Add(CoordinatedShutdown shutdown)
    {
        lock (Lock)
        {
            Shutdowns.Add(shutdown);
            // Since .NET 10 the runtime no longer turns SIGTERM into a process exit by itself.
            _terminationSignal ??= PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnTermination);
        }

        _ = RemoveWhenTerminatedAsync(shutdown);
    }

    private static async Task RemoveWhenTerminatedAsync(CoordinatedShutdown shutdown)
    {
        await shutdown.System.WhenTerminated.ConfigureAwait(false);
        lock (Lock)
        {
            Shutdowns.Remove(shutdown);
            if (Shutdowns.Count > 0 || AreRunning)
                return;
            _terminationSignal?.Dispose();
            _terminationSignal = null;
        }
    }

    // Handlers run in the order of their registration. Left uncancelled, the signal ends the process after them.
    private static void OnTermination(PosixSignalContext context)
    {
        if (!context.Cancel)
            RunAll();
    }

    // It waits on the thread that ends the process: there is no other way to keep the process from ending.
    private static void RunAll()
    {
        if (Interlocked.Exchange(ref _areRunning, 1) != 0)
            return;
        CoordinatedShutdown[] shutdowns;
        lock (Lock)
            shutdowns = [.. Shutdowns];
        Task.WaitAll(Array.ConvertAll(shutdowns, shutdown => Task.Run(() => RunAsync(shutdown))));
    }

    private static async Task RunAsync(CoordinatedShutdown shutdown)
    {
        shutdown.Log.Info("Starting coordinated shutdown from CLR termination hook.");
        try
        {
            var done = shutdown.Run(CoordinatedShutdown.ClrExitReason.Instance);
            await done.WaitAsync(shutdown.TotalTimeout).ConfigureAwait(false);
        }
        catch (Exception cause)
        {
            shutdown.Log.Warning("CoordinatedShutdown from CLR shutdown failed: {0}", cause.Message);
        }
    }
}
