using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;

namespace ActorSockets.Server;

/// <summary>Ends the host by signals: the first SIGINT (Ctrl-C), SIGTERM or SIGQUIT drains it, a SIGINT after that ends
/// the process at once.</summary>
internal sealed class SignalLifetime(IHostApplicationLifetime application) : IHostLifetime, IDisposable
{
    private static readonly PosixSignal[] Signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGQUIT];

    private readonly List<PosixSignalRegistration> _registrations = [];
    private int _isStopping;

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        _registrations.AddRange(Signals.Select(signal => PosixSignalRegistration.Create(signal, OnSignal)));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _registrations.ForEach(registration => registration.Dispose());

    private void OnSignal(PosixSignalContext context)
    {
        var isFirst = Interlocked.Exchange(ref _isStopping, 1) == 0;
        // Not cancelled, the signal does what it does by default: it ends the process without any hook, which is what
        // who is pressing Ctrl-C again wants. Exiting in order would wait for the actor system's own shutdown hook.
        context.Cancel = isFirst || context.Signal != PosixSignal.SIGINT;
        if (isFirst)
            application.StopApplication();
    }
}
