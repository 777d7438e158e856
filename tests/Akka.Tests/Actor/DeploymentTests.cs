using Akka.Actor;
using Akka.Configuration;

namespace Akka.Tests.Actor;

public class DeploymentTests() : KitTest(
    """
    akka.actor.deployment {
      /pinned { dispatcher = pinned }
      /broken { mailbox = nowhere }
    }
    pinned { type = PinnedDispatcher }
    """)
{
    [Fact]
    public void Takes_the_dispatcher_from_the_configuration_before_the_code()
    {
        var actor = Sys.ActorOf(Props.Empty.WithDispatcher("akka.actor.default-dispatcher"), "pinned");

        Assert.Equal("pinned", ((ActorCell)((ActorRefWithCell)actor).Underlying).Dispatcher.Id);
    }

    [Fact]
    public void Names_a_dispatcher_that_is_not_configured()
    {
        var error = Assert.Throws<ConfigurationException>(
            () => Sys.ActorOf(Props.Empty.WithDispatcher("nowhere"), "a"));

        Assert.Equal("Dispatcher [nowhere] not configured for path akka://test/user/a", error.Message);
    }

    [Fact]
    public void Names_dispatcher_and_mailbox_when_something_else_is_wrong()
    {
        var error = Assert.Throws<ConfigurationException>(() => Sys.ActorOf(Props.Empty, "broken"));

        Assert.Equal(
            "Configuration problem while creating [akka://test/user/broken] with dispatcher "
            + "[akka.actor.default-dispatcher] and mailbox [nowhere]",
            error.Message);
        Assert.Contains("nowhere", error.InnerException?.Message);
    }

    [Fact]
    public void Frees_the_name_when_an_actor_can_not_be_deployed()
    {
        Assert.Throws<ConfigurationException>(() => Sys.ActorOf(Props.Empty.WithMailbox("nowhere"), "a"));

        Settle(Sys.ActorOf(Props.Empty, "a"));
    }
}
