using Akka.Actor;
using Akka.Configuration;

namespace Akka.Tests.Actor.Shutdown;

public class ShutdownPhasesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("b:a", "a b")]
    [InlineData("b:a c:b", "a b c")]
    [InlineData("c:a,b b:a", "a b c")]
    [InlineData("e:d d:b,c c:b b:a", "a b c d e")]
    public void Come_after_those_they_depend_on(string phases, string order) =>
        Assert.Equal(order, string.Join(' ', Phases(phases).InOrder));

    [Fact]
    public void Stay_together_when_they_do_not_depend_on_each_other() =>
        Assert.Equal("a1 a2 a3 b1 b2", string.Join(' ', Phases("a2:a1 a3:a2 b2:b1").InOrder));

    [Theory]
    [InlineData("a:a")]
    [InlineData("a:b b:a")]
    [InlineData("a:b b:c c:d d:b")]
    public void Are_refused_when_they_depend_on_themselves(string phases)
    {
        var refusal = Assert.Throws<ArgumentException>(() => Phases(phases));

        Assert.StartsWith("Cycle detected in graph of phases. It must be a DAG", refusal.Message);
    }

    [Fact]
    public void Are_read_from_the_configuration()
    {
        var phases = ShutdownPhases.FromConfig(ConfigurationFactory.ParseString("""
            default-phase-timeout = 10s
            phases {
              a = {}
              b { depends-on = [a], timeout = 15s }
              c { depends-on = [a, b], recover = off }
            }
            """));

        Assert.Equal(["a", "b", "c"], phases.InOrder);
        Assert.Equal((TimeSpan.FromSeconds(10), true), (phases.Get("a").Timeout, phases.Get("a").Recover));
        Assert.Equal((TimeSpan.FromSeconds(15), true), (phases.Get("b").Timeout, phases.Get("b").Recover));
        Assert.Equal((TimeSpan.FromSeconds(10), false), (phases.Get("c").Timeout, phases.Get("c").Recover));
        Assert.Equal(["a", "b"], phases.Get("c").DependsOn);
    }

    private static ShutdownPhases Phases(string text) => new(
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(phase => phase.Split(':'))
            .ToDictionary(
                phase => phase[0],
                phase => new ShutdownPhase(phase.Length > 1 ? phase[1].Split(',') : [], TimeSpan.Zero, true)),
        TimeSpan.Zero);
}
