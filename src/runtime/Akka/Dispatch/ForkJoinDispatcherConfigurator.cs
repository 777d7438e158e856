using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>Makes a dispatcher with a fixed number of threads of its own.</summary>
internal sealed class ForkJoinDispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly Dispatcher _dispatcher;

    public ForkJoinDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites) =>
        _dispatcher = DispatcherSection.Make(
            this, Executors.Named("fork-join-executor", config, prerequisites),
            static (c, id, throughput, deadline, executor, shutdown) =>
                new Dispatcher(c, id, throughput, deadline, executor, shutdown));

    public override MessageDispatcher Dispatcher() => _dispatcher;
}
