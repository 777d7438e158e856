using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>Makes the one <see cref="Dispatcher"/> of a section.</summary>
public sealed class DispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly Lazy<Dispatcher> _dispatcher;

    public DispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites) =>
        _dispatcher = new Lazy<Dispatcher>(() => DispatcherSection.Make(this, ConfigureExecutor(), static
            (c, id, throughput, deadline, executor, shutdown) =>
                new Dispatcher(c, id, throughput, deadline, executor, shutdown)));

    public override MessageDispatcher Dispatcher() => _dispatcher.Value;
}
