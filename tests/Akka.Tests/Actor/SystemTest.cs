using Akka.Actor;
using Akka.Configuration;

namespace Akka.Tests.Actor;

/// <summary>A test with an actor system, and an inbox in the part of the peer.</summary>
public abstract class SystemTest : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private const string Quiet = "akka { loglevel = DEBUG, stdout-loglevel = OFF, loggers = [] }";

    private readonly Inbox _inbox;

    protected SystemTest(string config = "")
    {
        Sys = ActorSystem.Create("test", ConfigurationFactory.ParseString($"{config}\n{Quiet}"));
        _inbox = Inbox.Create(Sys);
    }

    protected ActorSystem Sys { get; }

    protected IActorRef Peer => _inbox.Receiver;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => Sys.Terminate().WaitAsync(Patience);

    protected void Send(IActorRef target, object message) => _inbox.Send(target, message);

    protected T Expect<T>() => Assert.IsAssignableFrom<T>(_inbox.Receive(Patience));

    protected void Expect<T>(params T[] messages)
        where T : notnull => Assert.All(messages, message => Assert.Equal(message, Expect<T>()));

    protected void ExpectTerminated(IActorRef actor) => Assert.Equal(actor, Expect<Terminated>().ActorRef);

    /// <summary>True once an answer has come: all that was sent before it has been handled.</summary>
    protected void Settle(IActorRef actor)
    {
        Send(actor, new Identify("settled"));
        Assert.Equal("settled", Expect<ActorIdentity>().MessageId);
    }

    protected void Watch(IActorRef actor) => _inbox.Watch(actor);

    /// <summary>Hands events of this type to the peer.</summary>
    protected void Subscribe<TEvent>() => Sys.EventStream.Subscribe(Peer, typeof(TEvent));
}
