using Akka.Actor;
using Akka.Configuration;

namespace Akka.Tests.Actor;

/// <summary>
/// A test with the TestKit, patient enough for a machine under load, and deaf to what is said on purpose.
/// </summary>
public abstract class KitTest : Akka.TestKit.Xunit2.TestKit
{
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private const string Settings = """
        akka.test.single-expect-default = 20s
        akka.stdout-loglevel = OFF
        akka.loglevel = DEBUG
        """;

    protected KitTest(string config = "")
        : base(ConfigurationFactory.ParseString(config).WithFallback(ConfigurationFactory.ParseString(Settings)))
    {
    }

    protected static TimeSpan Ms(int value) => TimeSpan.FromMilliseconds((double)value);

    protected IActorRef Act(Action<IActorContext, object> receive, string? name = null) =>
        Sys.ActorOf(Props.Create(() => new ScriptedActor(receive)), name);

    /// <summary>Answers every message with itself.</summary>
    protected IActorRef Echo(string? name = null) => Act((context, message) => context.Sender.Tell(message), name);

    /// <summary>Never answers.</summary>
    protected IActorRef Silent(string? name = null) => Act((_, _) => { }, name);

    protected void ExpectInOrder<T>(params T[] messages)
        where T : notnull => Assert.Equal(messages.Cast<object>(), ReceiveN(messages.Length, Patience));

    /// <summary>Returns once an answer has come: all that was sent before it has been handled.</summary>
    protected void Settle(IActorRef actor)
    {
        actor.Tell(new Identify("settled"));
        Assert.Equal("settled", ExpectMsg<ActorIdentity>().MessageId);
    }

    /// <summary>Stops an actor, and waits for its death.</summary>
    protected void Bury(IActorRef actor)
    {
        Watch(actor);
        Sys.Stop(actor);
        ExpectTerminated(actor);
        Unwatch(actor);
    }
}
