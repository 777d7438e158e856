using ActorSockets.IO.Engine;
using Akka.Configuration;
using Akka.Dispatch;

namespace ActorSockets.IO;

/// <summary>Makes the one dispatcher of an event loop known to the actor system.</summary>
internal sealed class IoDispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly IoDispatcher _dispatcher;

    public IoDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites, IoLoop loop, int throughput)
        : base(config, prerequisites)
    {
        _dispatcher = new IoDispatcher(this, loop, throughput);
    }

    public override MessageDispatcher Dispatcher() => _dispatcher;
}
