using System.Text;
using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Dispatch;
using Akka.Pattern;

namespace Akka.TestKit.Internal;

/// <summary>
/// A reference to an actor that runs on the thread of the test, and lets the test see the actor itself.
/// </summary>
public class InternalTestActorRef : LocalActorRef
{
    private const string NameAlphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+~";
    private static long _nextName = -1;

    private InternalTestActorRef(
        ActorSystemImpl system,
        Props props,
        MessageDispatcher dispatcher,
        MailboxType mailboxType,
        IInternalActorRef supervisor,
        ActorPath path)
        : base(system, props, dispatcher, mailboxType, supervisor, path)
    {
    }

    public object UnderlyingActor
    {
        get
        {
            if (IsTerminated)
                throw new IllegalActorStateException("Underlying actor is terminated");

            return GetTestActorCell().Actor ?? AskForActor();
        }
    }

    public static InternalTestActorRef Create(
        ActorSystem system, Props props, IActorRef? supervisor = null, string? name = null)
    {
        var systemImpl = (ActorSystemImpl)system;
        var parent = (IInternalActorRef?)supervisor ?? systemImpl.Guardian;
        if (string.IsNullOrEmpty(props.Deploy.Dispatcher))
            props = props.WithDispatcher(CallingThreadDispatcher.Id);

        var dispatcher = system.Dispatchers.Lookup(props.Dispatcher);
        var mailboxType = system.Mailboxes.GetMailboxType(props, dispatcher.Configurator.Config);
        name ??= CreateUniqueName();
        var cell = CellOf(parent);
        cell.ReserveChild(name);

        var path = new ChildActorPath(parent.Path, name, ActorCell.NewUid());
        var actor = new InternalTestActorRef(systemImpl, props, dispatcher, mailboxType, parent, path);
        cell.InitChild(actor);
        actor.Start();
        return actor;
    }

    public static string CreateUniqueName()
    {
        var name = new StringBuilder("$$");
        var number = Interlocked.Increment(ref _nextName);
        do
        {
            name.Append(NameAlphabet[(int)(number % NameAlphabet.Length)]);
            number /= NameAlphabet.Length;
        }
        while (number > 0);

        return name.ToString();
    }

    public void Receive(object message, IActorRef? sender = null)
    {
        var envelope = new Envelope(message, SenderOf(sender));
        WithoutContext(() => Cell.ReceiveMessageForTest(envelope));
    }

    public Task ReceiveAsync(object message, IActorRef? sender = null)
    {
        var cell = GetTestActorCell();
        var envelope = new Envelope(message, SenderOf(sender));
        var received = Task.CompletedTask;
        WithoutContext(() => received = cell.UseThreadContextAsync(() => cell.ReceiveMessageForTestAsync(envelope)));
        return received;
    }

    public override string ToString() => $"TestActor[{Path}]";

    public void Unwatch(IActorRef subject) => Cell.Unwatch(subject);

    public void Watch(IActorRef subject) => Cell.Watch(subject);

    protected TestActorCell GetTestActorCell() => (TestActorCell)Cell;

    protected override ActorCell NewActorCell(
        ActorSystemImpl system,
        IInternalActorRef self,
        Props props,
        MessageDispatcher dispatcher,
        IInternalActorRef supervisor)
        => new TestActorCell(system, self, props, dispatcher, supervisor);

    private static ActorCell CellOf(IInternalActorRef supervisor)
        => supervisor is TestProbe probe
            ? CellOf((IInternalActorRef)probe.Ref)
            : (supervisor as ActorRefWithCell)?.Underlying as ActorCell ?? throw new IllegalStateException(
                "Cannot attach a TestActor to an unstarted top-level actor, ensure that it is started by sending a " +
                "message and observing the reply");

    // As on its dispatcher: what the actor awaits must come back to the actor, not to the context of the test.
    private static void WithoutContext(Action action)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            action();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private IActorRef SenderOf(IActorRef? sender)
        => sender is null || sender.IsNobody() ? System.DeadLetters : sender;

    // On a dispatcher with threads of its own the actor may not have been created yet: it answers once it has.
    private object AskForActor()
    {
        var timeout = TestKitExtension.For(System).DefaultTimeout;
        return this.Ask(InternalGetActor.Instance, timeout).GetAwaiter().GetResult();
    }

    /// <summary>Asks a test actor's cell for the actor.</summary>
    public class InternalGetActor : IAutoReceivedMessage, IPossiblyHarmful
    {
        public static readonly InternalGetActor Instance = new();

        private InternalGetActor()
        {
        }
    }

    /// <summary>A cell that gives out its actor.</summary>
    protected class TestActorCell : ActorCell
    {
        private readonly TestActorTaskScheduler _taskScheduler;

        public TestActorCell(
            ActorSystemImpl system,
            IInternalActorRef self,
            Props props,
            MessageDispatcher dispatcher,
            IInternalActorRef parent)
            : base(system, self, props, dispatcher, parent)
            => _taskScheduler = new TestActorTaskScheduler(this);

        public new object Actor => base.Actor!;

        public override ActorTaskScheduler TaskScheduler => _taskScheduler;

        public Task ReceiveMessageForTestAsync(Envelope envelope)
            => _taskScheduler.RunHandler(() => ReceiveMessageForTest(envelope));

        public Task UseThreadContextAsync(Func<Task> actionAsync)
        {
            var task = Task.CompletedTask;
            UseThreadContext(() => task = actionAsync());
            return task;
        }

        protected override void AutoReceiveMessage(Envelope envelope)
        {
            if (envelope.Message is InternalGetActor)
                Sender.Tell(Actor, Self);
            else
                base.AutoReceiveMessage(envelope);
        }
    }
}
