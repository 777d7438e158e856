using Akka.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ActorSockets.Hosting;

/// <summary>Socket servers in a generic host.</summary>
public static class ActorSocketsServiceCollectionExtensions
{
    // What the host's shutdown needs besides the drain: the other phases of the actor system's shutdown.
    private static readonly TimeSpan HostMargin = TimeSpan.FromSeconds(10);

    /// <summary>Adds an actor system and its socket servers to a host. The servers start after the actor system's own
    /// actors, drain when the host stops, and are found as <see cref="SocketServers"/>.</summary>
    /// <remarks>The longest drain time-out of the servers becomes a lower bound of two other time-outs, which would cut
    /// it short: that of the phase <c>service-stop</c> of the actor system's coordinated shutdown, and
    /// <see cref="HostOptions.ShutdownTimeout"/>.</remarks>
    /// <param name="services">The host's services.</param>
    /// <param name="actorSystemName">The actor system's name.</param>
    /// <param name="configure">Says what there is.</param>
    /// <exception cref="Akka.Configuration.ConfigurationException">A key under <c>actorsockets</c> is unknown, or a
    /// value is not what its key needs; the message names the key.</exception>
    public static IServiceCollection AddActorSockets(
        this IServiceCollection services, string actorSystemName, Action<ActorSocketsBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(actorSystemName);
        ArgumentNullException.ThrowIfNull(configure);

        var builder = new ActorSocketsBuilder();
        configure(builder);
        var servers = builder.Servers();
        var drain = servers.Select(server => server.DrainTimeout).DefaultIfEmpty().Max();

        services.AddAkka(actorSystemName, akka =>
        {
            akka.AddHocon(DrainPhase.Fitting(builder.Config, drain), HoconAddMode.Prepend);
            akka.AddHocon(builder.Config, HoconAddMode.Append);
            builder.Apply(akka);
        });
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SocketServers>(provider, servers));
        services.AddHostedService(provider => provider.GetRequiredService<SocketServers>());
        return services.PostConfigure<HostOptions>(host => Raise(host, drain + HostMargin));
    }

    private static void Raise(HostOptions host, TimeSpan atLeast)
    {
        var isBounded = host.ShutdownTimeout != Timeout.InfiniteTimeSpan;
        if (isBounded && host.ShutdownTimeout < atLeast)
            host.ShutdownTimeout = atLeast;
    }
}
