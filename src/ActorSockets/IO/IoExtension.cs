using ActorSockets.IO.Encryption;
using ActorSockets.IO.Engine;
using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace ActorSockets.IO;

/// <summary>
/// The engine of one actor system: started when it is first asked for, stopped when the system has ended.
/// </summary>
internal sealed class IoExtension : IExtension
{
    private readonly DatagramBuffers?[] _datagramBuffers;

    private IoExtension(ExtendedActorSystem system)
    {
        Settings = IoSettings.From(system.Settings.Config);
        HandshakeWorkers = new HandshakeWorkers(Settings.Tls.HandshakeThreads);
        var setup = system.Settings.Setup.Get<IoSetup>();
        Engine = setup.HasValue
            ? new IoEngine(setup.Value.Create, Settings.Threads, Settings.ReadBufferBytes, OnError)
            : new IoEngine(
                Settings.Engine,
                Settings.Threads,
                Settings.ReadBufferBytes,
                Settings.BlockingLimit,
                OnError,
                new BlockedActorLog(system, Settings.BlockingLimit).Report);
        _datagramBuffers = new DatagramBuffers?[Engine.Loops.Count];
        RegisterDispatchers(system);
        system.RegisterOnTermination(Engine.Stop);

        void OnError(Exception e) => system.Log.Error(e, "An I/O callback failed");
    }

    public IoSettings Settings { get; }

    public IoEngine Engine { get; }

    public HandshakeWorkers HandshakeWorkers { get; }

    public static IoExtension For(ActorSystem system) => IoExtensionId.Instance.Apply(system);

    /// <summary>What the datagram sockets of a loop share: made when the first one needs it. On its thread.</summary>
    public DatagramBuffers DatagramBuffersOf(IoLoop loop) => _datagramBuffers[loop.Index] ??=
        new DatagramBuffers(Settings.Datagrams.ReceiveBatch, Settings.Datagrams.MaxDatagramBytes);

    private void RegisterDispatchers(ExtendedActorSystem system)
    {
        foreach (var loop in Engine.Loops)
        {
            var config = ConfigurationFactory
                .ParseString($"id = \"{loop.DispatcherId}\"")
                .WithFallback(system.Dispatchers.DefaultDispatcherConfig);
            // Akka.NET looks a dispatcher's section up when it makes a stash, registered or not.
            system.Settings.InjectTopLevelFallback(
                ConfigurationFactory.ParseString($"{loop.DispatcherId} {{ id = \"{loop.DispatcherId}\" }}"));
            var prerequisites = system.Dispatchers.Prerequisites;
            system.Dispatchers.RegisterConfigurator(
                loop.DispatcherId,
                new IoDispatcherConfigurator(config, prerequisites, loop, Settings.Throughput));
        }
    }

    private sealed class IoExtensionId : ExtensionIdProvider<IoExtension>
    {
        public static readonly IoExtensionId Instance = new();

        public override IoExtension CreateExtension(ExtendedActorSystem system) => new(system);
    }
}
