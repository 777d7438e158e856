using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.IO;
using Akka.TestKit.Xunit2;

namespace ActorSockets.Tests.IO;

public class SocketIOTests() : TestKit(ConfigurationFactory.ParseString("akka.test.single-expect-default = 20s"))
{
    [Fact]
    public void Is_one_for_each_system()
    {
        Assert.Same(SocketIO.For(Sys), SocketIO.For(Sys));
    }

    [Fact]
    public void Actors_that_are_no_connection_of_ours_go_to_the_default_dispatcher()
    {
        Assert.Equal(Dispatchers.DefaultDispatcherId, SocketIO.DispatcherOf(TestActor));
    }

    [Fact]
    public void The_runtimes_own_manager_is_the_same_where_it_can_be_configured()
    {
        var isConfigurable = Sys.Settings.Config.HasPath("akka.io.tcp.manager-class");

        Assert.Equal(isConfigurable, Sys.Tcp().Equals(SocketIO.For(Sys).Tcp));
    }

    [Fact]
    public void The_runtimes_own_manager_can_be_picked()
    {
        using var system = ActorSystem.Create("stock", "actorsockets.io.manager = stock");

        Assert.Equal(system.Tcp(), SocketIO.For(system).Tcp);
    }
}
