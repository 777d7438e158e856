using Akka.Actor;

namespace Akka.Tests.Actor;

public class DeciderTests
{
    [Fact]
    public void Takes_the_first_pair_whose_type_fits()
    {
        var decider = Decider.From(
            Directive.Restart,
            Directive.Escalate.When<ArgumentNullException>(),
            Directive.Stop.When<ArgumentException>(),
            Directive.Resume.When<ArgumentOutOfRangeException>());

        Assert.Equal(Directive.Escalate, decider.Decide(new ArgumentNullException()));
        Assert.Equal(Directive.Stop, decider.Decide(new ArgumentException()));
        Assert.Equal(Directive.Stop, decider.Decide(new ArgumentOutOfRangeException()));
    }

    [Fact]
    public void Takes_the_default_when_no_type_fits()
    {
        Assert.Equal(
            Directive.Resume,
            Decider.From(Directive.Resume, Directive.Stop.When<ArgumentException>()).Decide(new FormatException()));
    }

    [Fact]
    public void Takes_what_the_function_says()
    {
        var decider = Decider.From(cause => cause is FormatException ? Directive.Stop : Directive.Resume);

        Assert.Equal(Directive.Stop, decider.Decide(new FormatException()));
        Assert.Equal(Directive.Resume, decider.Decide(new ArgumentException()));
    }

    [Fact]
    public void Is_equal_when_default_and_pairs_are()
    {
        var pair = Directive.Stop.When<ArgumentException>();

        Assert.Equal(Decider.From(Directive.Resume, pair), Decider.From(Directive.Resume, [pair]));
        Assert.NotEqual(Decider.From(Directive.Resume, pair), Decider.From(Directive.Stop, pair));
        Assert.NotEqual(Decider.From(Directive.Resume, pair), Decider.From(Directive.Resume));
    }

    [Theory]
    [InlineData(typeof(ActorInitializationException), Directive.Stop)]
    [InlineData(typeof(ActorKilledException), Directive.Stop)]
    [InlineData(typeof(FormatException), Directive.Restart)]
    public void Stops_by_default_what_could_not_start_or_was_killed(Type cause, Directive directive)
    {
        Assert.Equal(directive, SupervisorStrategy.DefaultDecider.Decide((Exception)Activator.CreateInstance(cause)!));
    }
}
