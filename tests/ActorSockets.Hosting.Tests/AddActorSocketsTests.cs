using System.Net;
using System.Net.Sockets;
using Akka.Actor;
using Akka.Configuration;
using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ActorSockets.Hosting.Tests;

public sealed class AddActorSocketsTests
{
    private const string Echo =
        "actorsockets.servers.echo.listeners.tcp { endpoint = \"127.0.0.1:0\", handler = echo }";

    [Fact]
    public async Task A_configured_server_runs_with_its_host()
    {
        using var host = Build(Echo);
        await host.StartAsync();
        var server = host.Services.GetRequiredService<SocketServers>()["echo"];
        var endPoint = (IPEndPoint)server.Listeners[0].EndPoint;
        using var client = new TcpClient();
        await client.ConnectAsync(endPoint).WaitAsync(Bound.Wait);
        await client.GetStream().WriteAsync(new byte[] { 42 });

        Assert.Equal(42, await ReadAsync(client));
        await host.StopAsync();

        Assert.Equal(-1, await ReadAsync(client));
        await Assert.ThrowsAsync<SocketException>(() => new TcpClient().ConnectAsync(endPoint).WaitAsync(Bound.Wait));
    }

    [Fact]
    public async Task Servers_of_code_run_beside_those_of_the_configuration()
    {
        var more = new SocketServerOptions
        {
            Name = "more",
            Listeners = [new("tcp", "127.0.0.1:0", Props.Create<EchoHandler>())],
        };
        using var host = Build(Echo, sockets => sockets.AddServer(more));

        await host.StartAsync();

        var servers = host.Services.GetRequiredService<SocketServers>();
        Assert.Equal(["echo", "more"], servers.Running.Select(server => server.Name));
        Assert.Throws<KeyNotFoundException>(() => servers["less"]);
        await host.StopAsync();
    }

    [Fact]
    public void A_mistake_in_the_configuration_is_found_when_the_host_is_composed()
    {
        var mistake = Assert.Throws<ConfigurationException>(() => Build("actorsockets.servers.echo.listener = {}"));

        Assert.Contains("actorsockets.servers.echo.listener", mistake.Message);
    }

    [Fact]
    public async Task An_address_in_use_fails_the_start_and_leaves_no_server()
    {
        using var owner = new TcpListener(IPAddress.Loopback, 0);
        owner.Start();
        using var host = Build(
            $$"""
            {{Echo}}
            actorsockets.servers.late.listeners.tcp { endpoint = "{{owner.LocalEndpoint}}", handler = echo }
            """);

        var failure = await Assert.ThrowsAsync<BindFailedException>(() => host.StartAsync());

        Assert.Equal("late/tcp", failure.Listener);
        var echo = Assert.Single(host.Services.GetRequiredService<SocketServers>().Running);
        await Assert.ThrowsAsync<SocketException>(
            () => new TcpClient().ConnectAsync((IPEndPoint)echo.Listeners[0].EndPoint).WaitAsync(Bound.Wait));
        await host.StopAsync();
    }

    [Fact]
    public async Task Actors_of_the_application_start_before_the_servers()
    {
        var isStarted = false;
        using var host = Build(Echo, sockets => sockets.ConfigureAkka(akka => akka.WithActors((_, registry) =>
        {
            isStarted = true;
            registry.Register<EchoHandler>(ActorRefs.Nobody);
        })));

        await host.StartAsync();

        Assert.True(isStarted);
        await host.StopAsync();
    }

    [Theory]
    [InlineData("45s", "47s", "55s")]
    [InlineData("1s", "10s", "30s")]
    public async Task A_drain_timeout_raises_the_timeouts_around_it(string drain, string phase, string shutdown)
    {
        using var host = Build(
            $$"""
            {{Echo}}
            actorsockets.servers.echo.drain-timeout = {{drain}}
            akka.coordinated-shutdown.phases.service-stop.timeout = 10s
            """);
        await host.StartAsync();

        var coordinated = CoordinatedShutdown.Get(host.Services.GetRequiredService<ActorSystem>());

        Assert.Equal(Seconds(phase), coordinated.Timeout(CoordinatedShutdown.PhaseServiceStop));
        var options = host.Services.GetRequiredService<IOptions<HostOptions>>().Value;
        Assert.Equal(Seconds(shutdown), options.ShutdownTimeout);
        await host.StopAsync();
    }

    [Fact]
    public async Task What_is_added_first_comes_first()
    {
        using var host = Build("akka.loglevel = ERROR", sockets => sockets
            .AddHocon(ConfigurationFactory.ParseString("akka.loglevel = WARNING")));
        await host.StartAsync();

        Assert.Equal("ERROR", host.Services.GetRequiredService<ActorSystem>().Settings.LogLevel);
        await host.StopAsync();
    }

    private static IHost Build(string hocon, Action<ActorSocketsBuilder>? more = null)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddActorSockets("hosted", sockets =>
        {
            sockets.AddHocon(ConfigurationFactory.ParseString(hocon)).AddHandler<EchoHandler>("echo");
            more?.Invoke(sockets);
        });
        return builder.Build();
    }

    private static TimeSpan Seconds(string text) => TimeSpan.FromSeconds(int.Parse(text.TrimEnd('s')));

    private static async Task<int> ReadAsync(TcpClient client)
    {
        var buffer = new byte[1];
        return await client.GetStream().ReadAsync(buffer).AsTask().WaitAsync(Bound.Wait) == 1 ? buffer[0] : -1;
    }

    private sealed class EchoHandler : ConnectionActor
    {
        public EchoHandler() => Receive<Akka.IO.ByteString>(Connection.Send);
    }
}
