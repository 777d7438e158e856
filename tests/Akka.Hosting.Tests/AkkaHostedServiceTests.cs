using Akka.Actor;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Akka.Hosting.Tests;

public class AkkaHostedServiceTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Starts_the_system_and_its_actors_with_the_host()
    {
        using var host = await HostedSystem.StartAsync((builder, _) => builder.WithActors((system, registry) =>
            registry.Register<EchoActor>(system.ActorOf(Props.Create<EchoActor>(), "echo"))));

        var system = host.Services.GetRequiredService<ActorSystem>();
        var echo = host.Services.GetRequiredService<IRequiredActor<EchoActor>>().ActorRef;

        Assert.Equal("hosted", system.Name);
        Assert.Equal("/user/echo", echo.Path.ToStringWithoutAddress());
        Assert.Equal("hello", await echo.Ask<string>("hello", Bound));
        Assert.Same(echo, host.Services.GetRequiredService<ActorRegistry>().Get<EchoActor>());
        Assert.Same(echo, host.Services.GetRequiredService<IActorRegistry>().Get<EchoActor>());
        Assert.Same(echo, host.Services.GetRequiredService<IReadOnlyActorRegistry>().Get<EchoActor>());
        Assert.Same(echo, ActorRegistry.For(system).Get<EchoActor>());
        await host.StopAsync();
    }

    [Fact]
    public async Task Starts_actors_in_order_and_runs_startup_tasks_after_them()
    {
        var order = new List<string>();
        using var host = await HostedSystem.StartAsync((builder, _) => builder
            .AddStartup((_, _) => order.Add("startup"))
            .WithActors((_, _) => order.Add("first"))
            .WithActors(async (_, _) =>
            {
                await Task.Yield();
                order.Add("second");
            })
            .WithActors((_, _, _) => order.Add("third"))
            .StartActors(async (_, _, _) =>
            {
                await Task.Yield();
                order.Add("fourth");
            })
            .AddStartup(async (_, _) =>
            {
                await Task.Yield();
                order.Add("last");
            }));

        Assert.Equal(["first", "second", "third", "fourth", "startup", "last"], order);
        await host.StopAsync();
    }

    [Fact]
    public async Task Stops_the_system_by_its_coordinated_shutdown_with_the_host()
    {
        var ran = false;
        using var host = await HostedSystem.StartAsync((builder, _) => builder.AddStartup((system, _) =>
            CoordinatedShutdown.Get(system).AddTask(CoordinatedShutdown.PhaseServiceStop, "note", () =>
            {
                ran = true;
                return Task.FromResult(Done.Instance);
            })));
        var system = host.Services.GetRequiredService<ActorSystem>();

        await host.StopAsync();

        await system.WhenTerminated.WaitAsync(Bound);
        Assert.True(ran);
        Assert.IsType<CoordinatedShutdown.ClrExitReason>(CoordinatedShutdown.Get(system).ShutdownReason);
    }

    [Fact]
    public async Task Stops_the_host_when_the_system_terminates_by_itself()
    {
        using var host = await HostedSystem.StartAsync((_, _) => { });
        var stopped = host.WaitForShutdownAsync();

        await host.Services.GetRequiredService<ActorSystem>().Terminate();

        await stopped.WaitAsync(Bound);
        Assert.True(Lifetime(host).ApplicationStopped.IsCancellationRequested);
    }

    [Fact]
    public async Task Fails_the_start_of_the_host_with_the_cause_when_a_startup_task_fails()
    {
        using var host = HostedSystem.Build((builder, _) =>
            builder.AddStartup((_, _) => throw new InvalidTimeZoneException("boom")));

        var error = await Assert.ThrowsAsync<InvalidTimeZoneException>(() => host.StartAsync());

        Assert.Equal("boom", error.Message);
        Assert.True(Lifetime(host).ApplicationStopping.IsCancellationRequested);
    }

    [Fact]
    public async Task Fails_the_start_of_the_host_when_the_configuration_is_malformed()
    {
        using var host = HostedSystem.Build((builder, _) => builder.AddHocon("a = {", HoconAddMode.Prepend));

        var error = await Assert.ThrowsAsync<Akka.Configuration.ConfigurationException>(() => host.StartAsync());

        Assert.StartsWith("line 1, column 6", error.Message);
    }

    [Fact]
    public async Task Hands_the_applications_services_to_the_configuration()
    {
        using var host = await HostedSystem.StartAsync(
            (builder, services) => builder.AddHocon(services.GetRequiredService<string>(), HoconAddMode.Prepend),
            services => services.AddSingleton("answer = 42"));

        Assert.Equal(42, host.Services.GetRequiredService<ActorSystem>().Settings.Config.GetInt("answer"));
        await host.StopAsync();
    }

    [Fact]
    public async Task Waits_for_an_actor_that_the_host_has_not_started_yet()
    {
        using var host = HostedSystem.Build((builder, _) => builder.WithActors((system, registry) =>
            registry.Register<EchoActor>(system.ActorOf(Props.Create<EchoActor>()))));
        var required = host.Services.GetRequiredService<IRequiredActor<EchoActor>>();
        var early = required.GetAsync();
        Assert.False(early.IsCompleted);

        await host.StartAsync();

        Assert.Same(required.ActorRef, await early.WaitAsync(Bound));
        var missing = Assert.Throws<MissingActorRegistryEntryException>(
            () => host.Services.GetRequiredService<IRequiredActor<string>>().ActorRef);
        Assert.StartsWith("Unable to resolve actor type [System.String]", missing.Message);
        await host.StopAsync();
    }

    [Fact]
    public async Task Runs_a_service_of_the_applications_own()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddAkka<CountingService>("own", (_, _) => { });
        using var host = builder.Build();

        await host.StartAsync();
        await host.StopAsync();

        Assert.Equal(1, host.Services.GetServices<IHostedService>().OfType<CountingService>().Single().Starts);
    }

    private static IHostApplicationLifetime Lifetime(IHost host)
        => host.Services.GetRequiredService<IHostApplicationLifetime>();

    private sealed class CountingService(
        AkkaConfigurationBuilder configurationBuilder,
        IServiceProvider serviceProvider,
        Microsoft.Extensions.Logging.ILogger<AkkaHostedService> logger,
        IHostApplicationLifetime applicationLifetime)
        : AkkaHostedService(configurationBuilder, serviceProvider, logger, applicationLifetime)
    {
        public int Starts { get; private set; }

        public override Task StartAsync(CancellationToken cancellationToken)
        {
            Starts++;
            return base.StartAsync(cancellationToken);
        }
    }
}
