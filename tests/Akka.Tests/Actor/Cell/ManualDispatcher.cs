using Akka.Configuration;
using Akka.Dispatch;

namespace Akka.Tests.Actor.Cell;

/// <summary>Runs actors on the test's own thread, when the test says so.</summary>
internal sealed class ManualDispatcher(MessageDispatcherConfigurator configurator) : MessageDispatcher(configurator)
{
    private readonly Queue<IRunnable> _work = new();

    public void RunAll()
    {
        while (_work.TryDequeue(out var run)) run.Run();
    }

    protected override void ExecuteTask(IRunnable run) => _work.Enqueue(run);

    protected override void Shutdown()
    {
    }

    internal sealed class ManualConfigurator : MessageDispatcherConfigurator
    {
        private readonly ManualDispatcher _dispatcher;

        public ManualConfigurator(Config config, IDispatcherPrerequisites prerequisites)
            : base(config, prerequisites) =>
            _dispatcher = new ManualDispatcher(this);

        public override MessageDispatcher Dispatcher() => _dispatcher;
    }
}
