using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Akka.Hosting.Tests;

/// <summary>A generic host with an actor system, for one test.</summary>
internal static class HostedSystem
{
    public static IHost Build(
        Action<AkkaConfigurationBuilder, IServiceProvider> configure, Action<IServiceCollection>? services = null)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        services?.Invoke(builder.Services);
        builder.Services.AddAkka("hosted", configure);
        return builder.Build();
    }

    public static async Task<IHost> StartAsync(
        Action<AkkaConfigurationBuilder, IServiceProvider> configure, Action<IServiceCollection>? services = null)
    {
        var host = Build(configure, services);
        await host.StartAsync();
        return host;
    }
}
