using ActorSockets.IO.Engine;
using Akka.Actor;

namespace ActorSockets.IO;

/// <summary>What all sockets of one UDP manager share.</summary>
internal sealed class UdpRuntime
{
    private readonly IoExtension _io;
    private int _sockets;

    /// <param name="system">The system.</param>
    /// <param name="manager">Whose runtime it is.</param>
    /// <param name="section">Where its settings are: <c>akka.io.udp</c> or <c>akka.io.udp-connected</c>.</param>
    public UdpRuntime(ExtendedActorSystem system, IInternalActorRef manager, string section)
    {
        System = system;
        Manager = manager;
        IsTracing = system.Settings.Config.GetBoolean($"{section}.trace-logging", false);
        _io = IoExtension.For(system);
    }

    public ExtendedActorSystem System { get; }

    /// <summary>The parent, in name, of everything that the manager started.</summary>
    public IInternalActorRef Manager { get; }

    /// <summary>Whether each batch of datagrams is worth a line in the log.</summary>
    public bool IsTracing { get; }

    public DatagramSettings Settings => _io.Settings.Datagrams;

    /// <summary>
    /// The loop whose thread the handler runs on, so that a datagram changes threads neither on its way in nor out; the
    /// next in turn for a handler that runs elsewhere. For the manager.
    /// </summary>
    public IoLoop LoopFor(IActorRef handler)
    {
        var dispatcher = (handler as ActorRefWithCell)?.Underlying.Props.Dispatcher;
        return _io.Engine.Loops.FirstOrDefault(loop => loop.DispatcherId == dispatcher) ?? NextLoop();
    }

    /// <summary>For the manager.</summary>
    public IoLoop NextLoop() => _io.Engine.Loops[_sockets++ % _io.Engine.Loops.Count];

    /// <summary>For the loop's thread.</summary>
    public DatagramBuffers BuffersOf(IoLoop loop) => _io.DatagramBuffersOf(loop);
}
