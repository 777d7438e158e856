using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;

namespace Akka.Tests.Actor.Cell;

/// <summary>One actor on a dispatcher that the test drives, under a supervisor that only records.</summary>
internal sealed class CellUnderTest : IDisposable
{
    private readonly ActorSystem _system = ActorSystem.Create("cell");
    private readonly ManualDispatcher _dispatcher;
    private readonly ManualDispatcher _childrensDispatcher;

    public CellUnderTest()
    {
        _dispatcher = Register("manual");
        _childrensDispatcher = Register("manual-children");
        Supervisor = new SupervisorProbe(((ExtendedActorSystem)_system).Provider);
        Hooks = new HookLog();
        Ref = new LocalActorRef(
            (ActorSystemImpl)_system, Props.Create(typeof(HookedActor), Hooks), _dispatcher, new UnboundedMailbox(),
            Supervisor, new ChildActorPath(Supervisor.Path, "subject", 1));
        Ref.Start();
    }

    public static Exception Cause { get; } = new InvalidOperationException("cause");

    public SupervisorProbe Supervisor { get; }

    public HookLog Hooks { get; }

    public LocalActorRef Ref { get; }

    public ActorCell Cell => Ref.Cell;

    public IEnumerable<string> Failures => Supervisor.Reports.OfType<Failed>().Select(f => f.Cause.Message);

    public bool HasReportedItsEnd => Supervisor.Reports.OfType<DeathWatchNotification>().Any();

    public void Run() => _dispatcher.RunAll();

    /// <summary>Runs the children, and then the actor, which hears of what became of them.</summary>
    public void RunChildren()
    {
        _childrensDispatcher.RunAll();
        Run();
    }

    public void Process(ISystemMessage message)
    {
        Ref.SendSystemMessage(message);
        Run();
    }

    public void Tell(object message)
    {
        Ref.Tell(message, ActorRefs.NoSender);
        Run();
    }

    /// <summary>A message that is processed at once shows that the mailbox is not suspended.</summary>
    public bool TakesMessages()
    {
        var before = Hooks.Count("ping");
        Tell("ping");
        return Hooks.Count("ping") > before;
    }

    /// <summary>Makes a child; from then on the actor ends only after <see cref="RunChildren"/> ended it.</summary>
    public void MakeChild() => Tell("make child");

    public void Dispose() => _system.Terminate();

    private ManualDispatcher Register(string id)
    {
        var configurator = new ManualDispatcher.ManualConfigurator(
            _system.Dispatchers.DefaultDispatcherConfig, _system.Dispatchers.Prerequisites);
        _system.Dispatchers.RegisterConfigurator(id, configurator);
        return (ManualDispatcher)configurator.Dispatcher();
    }
}
