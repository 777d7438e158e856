using ActorSockets.IO.Encryption;
using ActorSockets.IO.Engine;
using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace ActorSockets.IO;

/// <summary>What all listeners and connections of one manager share.</summary>
internal sealed class TcpRuntime
{
    private readonly IoExtension _io;
    private readonly DeadlineQueue[] _deadlines;
    private int _listeners;

    public TcpRuntime(ExtendedActorSystem system, IInternalActorRef manager, ILoggingAdapter log)
    {
        System = system;
        Manager = manager;
        Log = log;
        Settings = TcpSettings.Create(system);
        _io = IoExtension.For(system);
        _deadlines = _io.Engine.Loops.Select(loop => new DeadlineQueue(system.Scheduler, loop)).ToArray();
    }

    public ExtendedActorSystem System { get; }

    /// <summary>The parent, in name, of everything that the manager started.</summary>
    public IInternalActorRef Manager { get; }

    public ILoggingAdapter Log { get; }

    public TcpSettings Settings { get; }

    public IoSettings IoSettings => _io.Settings;

    /// <summary>The loop for the next connection. Any thread.</summary>
    public IoLoop NextLoop() => _io.Engine.Next();

    /// <summary>The loop for the next listener: they are dealt out apart from connections. For the manager.</summary>
    public IoLoop NextListenerLoop() => _io.Engine.Loops[_listeners++ % _io.Engine.Loops.Count];

    /// <summary>What handshakes in a loop need.</summary>
    public HandshakeContext HandshakesIn(IoLoop loop) =>
        new(IoSettings.Tls, _io.HandshakeWorkers, DeadlinesOf(loop), IoSettings.CloseLinger);

    /// <summary>For the loop's thread.</summary>
    public DeadlineQueue DeadlinesOf(IoLoop loop) => _deadlines[loop.Index];
}
