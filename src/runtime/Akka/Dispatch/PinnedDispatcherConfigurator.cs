using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>Makes a dispatcher with one thread for each actor.</summary>
internal sealed class PinnedDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
    : MessageDispatcherConfigurator(config, prerequisites)
{
    public override MessageDispatcher Dispatcher() => DispatcherSection.Make(
        this, Executors.Pinned(Config, Prerequisites), static (c, id, throughput, deadline, executor, shutdown) =>
            new PinnedDispatcher(c, id, throughput, deadline, executor, shutdown));
}
