using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>Makes the dispatcher that posts to a synchronization context.</summary>
internal sealed class CurrentSynchronizationContextDispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly CurrentSynchronizationContextDispatcher _dispatcher;

    public CurrentSynchronizationContextDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites) =>
        _dispatcher = DispatcherSection.Make(
            this, Executors.Named("current-context-executor", config, prerequisites),
            static (c, id, throughput, deadline, executor, shutdown) =>
                new CurrentSynchronizationContextDispatcher(c, id, throughput, deadline, executor, shutdown));

    public override MessageDispatcher Dispatcher() => _dispatcher;
}
