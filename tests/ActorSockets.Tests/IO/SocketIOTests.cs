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

    [Theory]
    [InlineData("tcp")]
    [InlineData("udp")]
    [InlineData("udp-connected")]
    public void The_runtimes_own_manager_is_the_same_where_it_can_be_configured(string protocol)
    {
        var isConfigurable = Sys.Settings.Config.HasPath($"akka.io.{protocol}.manager-class");

        Assert.Equal(isConfigurable, Runtimes(protocol, Sys).Equals(Ours(protocol, Sys)));
    }

    [Theory]
    [InlineData("tcp")]
    [InlineData("udp")]
    [InlineData("udp-connected")]
    public void The_runtimes_own_manager_can_be_picked(string protocol)
    {
        using var system = ActorSystem.Create("stock", "actorsockets.io.manager = stock");

        Assert.Equal(Runtimes(protocol, system), Ours(protocol, system));
    }

    private static IActorRef Runtimes(string protocol, ActorSystem system) => protocol switch
    {
        "tcp" => system.Tcp(),
        "udp" => system.Udp(),
        _ => UdpConnected.Instance.Apply(system).Manager,
    };

    private static IActorRef Ours(string protocol, ActorSystem system) => protocol switch
    {
        "tcp" => SocketIO.For(system).Tcp,
        "udp" => SocketIO.For(system).Udp,
        _ => SocketIO.For(system).UdpConnected,
    };
}
