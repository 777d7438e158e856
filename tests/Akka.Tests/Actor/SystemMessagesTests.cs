using Akka.Actor;

namespace Akka.Tests.Actor;

public class SystemMessagesTests
{
    private static readonly IActorRef Someone = ActorRefs.Nobody;

    [Fact]
    public void Prints_what_it_is()
    {
        Assert.Equal("<PoisonPill>", PoisonPill.Instance.ToString());
        Assert.Equal("<Kill>", Kill.Instance.ToString());
        Assert.Equal("<Identify>: 7", new Identify(7).ToString());
        Assert.Equal($"<ActorIdentity>: {Someone} - MessageID=7", new ActorIdentity(7, Someone).ToString());
        Assert.Equal(
            $"<Terminated>: {Someone} - ExistenceConfirmed=True", new Terminated(Someone, true, false).ToString());
    }

    [Fact]
    public void Is_equal_when_it_says_the_same()
    {
        Assert.Equal(new Identify(7), new Identify(7));
        Assert.Equal(new ActorIdentity(7, null), new ActorIdentity(7, null));
        Assert.NotEqual(new ActorIdentity(7, null), new ActorIdentity(7, Someone));
        Assert.Equal(new Terminated(Someone, true, false), new Terminated(Someone, true, false));
        Assert.NotEqual(new Terminated(Someone, true, false), new Terminated(Someone, false, false));
    }

    [Fact]
    public void Names_hook_cause_and_message_when_a_restart_fails()
    {
        var cause = new FormatException();

        Assert.Equal(
            "Exception in PreRestart(System.ArgumentException, System.String)",
            new PreRestartException(Someone, new ArgumentException(), cause, "message").Message);
        Assert.Equal(
            "Exception in PreRestart(null, null)", new PreRestartException(Someone, null, cause, null).Message);
        Assert.Equal(
            "Exception post restart (System.FormatException)",
            new PostRestartException(Someone, new ArgumentException(), cause).Message);
        Assert.Equal($"Monitored actor [{Someone}] terminated", new DeathPactException(Someone).Message);
        Assert.Equal("Message is null", new InvalidMessageException().Message);
    }

    [Fact]
    public void Puts_the_actor_before_the_text_of_a_failed_start()
    {
        Assert.StartsWith($"{Someone}: ", new ActorInitializationException(Someone, "ouch").ToString());
        Assert.StartsWith("Akka.Actor.", new ActorInitializationException("ouch").ToString());
    }
}
