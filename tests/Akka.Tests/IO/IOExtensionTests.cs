using Akka.Actor;
using Akka.Configuration;
using Akka.IO;
using Dns = Akka.IO.Dns;

namespace Akka.Tests.IO;

public sealed class IOExtensionTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private ActorSystem? _system;

    [Fact]
    public async Task The_manager_is_the_class_that_the_configuration_names()
    {
        var system = Start($"akka.io.tcp.manager-class = \"{typeof(ManagerOfTcp).AssemblyQualifiedName}\"");

        var answer = await system.Tcp().Ask<TcpExt>("extension", Patience);

        Assert.Same(Tcp.Instance.Apply(system), answer);
        Assert.Equal("/system/IO-TCP", system.Tcp().Path.ToStringWithoutAddress());
    }

    [Fact]
    public async Task A_manager_need_not_take_the_extension()
    {
        var name = typeof(PlainManager).AssemblyQualifiedName;
        var system = Start(
            $"akka.io.udp.manager-class = \"{name}\", akka.io.udp-connected.manager-class = \"{name}\"");

        Assert.Equal("hello", await system.Udp().Ask<string>("hello", Patience));
        Assert.Equal("hello", await UdpConnected.Instance.Apply(system).Manager.Ask<string>("hello", Patience));
        Assert.Equal("IO-UDP-FF", system.Udp().Path.Name);
        Assert.Equal("IO-UDP-CONN", UdpConnected.Instance.Apply(system).Manager.Path.Name);
    }

    [Theory]
    [InlineData("No.Such.Manager, NoSuchAssembly")]
    [InlineData("No.Such.Manager")]
    [InlineData("System.String")]
    public void A_class_that_cannot_be_the_manager_is_named_with_its_key(string name)
    {
        var system = Start($"akka.io.tcp.manager-class = \"{name}\"");

        var error = Assert.Throws<ConfigurationException>(() => system.Tcp());

        Assert.Contains("akka.io.tcp.manager-class", error.Message);
        Assert.Contains(name, error.Message);
    }

    [Fact]
    public async Task A_name_is_resolved_once_and_then_known()
    {
        var system = Start("");
        var inbox = Inbox.Create(system);

        var unknown = Dns.ResolveName("localhost", system, inbox.Receiver);
        var resolved = Assert.IsType<Dns.Resolved>(await inbox.ReceiveAsync(Patience));

        Assert.Null(unknown);
        Assert.True(resolved.IsSuccess);
        Assert.NotNull(resolved.Addr);
        Assert.Same(resolved, Dns.ResolveName("localhost", system, inbox.Receiver));
        Assert.Same(resolved, Dns.Cached("localhost", system));
    }

    [Fact]
    public async Task A_name_that_does_not_exist_is_answered_with_the_cause()
    {
        var system = Start("");
        var inbox = Inbox.Create(system);

        // RFC 6761, section 6.4: names under "invalid" do not exist.
        Assert.Null(Dns.ResolveName("no-such-host.invalid", system, inbox.Receiver));
        var resolved = Assert.IsType<Dns.Resolved>(await inbox.ReceiveAsync(Patience));

        Assert.False(resolved.IsSuccess);
        Assert.NotNull(resolved.Exception);
        Assert.Null(Dns.Cached("no-such-host.invalid", system));
    }

    public async ValueTask DisposeAsync()
    {
        if (_system is not null)
        {
            await _system.Terminate();
        }
    }

    private ActorSystem Start(string config) =>
        _system = ActorSystem.Create("io", ConfigurationFactory.ParseString(config));

    private sealed class ManagerOfTcp(TcpExt extension) : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(extension);
    }

    private sealed class PlainManager : UntypedActor
    {
        protected override void OnReceive(object message) => Sender.Tell(message);
    }
}
