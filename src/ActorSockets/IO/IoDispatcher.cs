using ActorSockets.IO.Engine;
using Akka.Dispatch;

namespace ActorSockets.IO;

/// <summary>Runs actors on the thread of one event loop.</summary>
internal sealed class IoDispatcher : MessageDispatcher
{
    private readonly IoLoop _loop;

    public IoDispatcher(MessageDispatcherConfigurator configurator, IoLoop loop, int throughput)
        : base(configurator)
    {
        _loop = loop;
        Id = loop.DispatcherId;
        Throughput = throughput;
    }

    protected override void ExecuteTask(IRunnable run) => _loop.Schedule(run);

    protected override void Shutdown()
    {
        // The loop serves sockets too, and ends with the actor system.
    }
}
