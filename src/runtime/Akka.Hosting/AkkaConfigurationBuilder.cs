using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.DependencyInjection;
using Akka.Hosting.Logging;
using Akka.Util;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Akka.Hosting;

/// <summary>Collects what an actor system is made of, makes it, and starts its first actors.</summary>
public sealed class AkkaConfigurationBuilder
{
    public readonly HashSet<Setup> Setups = [];

    private readonly IServiceCollection _services;
    private readonly string _actorSystemName;
    private readonly List<Type> _extensions = [];
    private readonly List<ActorStarterWithResolver> _starters = [];
    private readonly List<StartupTask> _startupTasks = [];
    private bool _isStarted;

    public AkkaConfigurationBuilder(IServiceCollection serviceCollection, string actorSystemName)
    {
        _services = serviceCollection;
        _actorSystemName = actorSystemName;
    }

    public Option<ProviderSelection> ActorRefProvider { get; private set; } = Option<ProviderSelection>.None;

    public Option<Config> Configuration { get; private set; } = Option<Config>.None;

    public AkkaConfigurationBuilder AddStartup(Action<ActorSystem, IActorRegistry> startupTask)
    {
        ArgumentNullException.ThrowIfNull(startupTask);
        return AddStartup((system, registry) =>
        {
            startupTask(system, registry);
            return Task.CompletedTask;
        });
    }

    public AkkaConfigurationBuilder AddStartup(StartupTask startupTask)
    {
        ArgumentNullException.ThrowIfNull(startupTask);
        _startupTasks.Add(startupTask);
        return this;
    }

    public AkkaConfigurationBuilder StartActors(Action<ActorSystem, IActorRegistry> starter)
    {
        ArgumentNullException.ThrowIfNull(starter);
        return StartActors((system, registry, _) => starter(system, registry));
    }

    public AkkaConfigurationBuilder StartActors(Action<ActorSystem, IActorRegistry, IDependencyResolver> starter)
    {
        ArgumentNullException.ThrowIfNull(starter);
        return StartActors((ActorSystem system, IActorRegistry registry, IDependencyResolver resolver) =>
        {
            starter(system, registry, resolver);
            return Task.CompletedTask;
        });
    }

    public AkkaConfigurationBuilder StartActors(ActorStarter starter)
    {
        ArgumentNullException.ThrowIfNull(starter);
        return StartActors((system, registry, _) => starter(system, registry));
    }

    public AkkaConfigurationBuilder StartActors(ActorStarterWithResolver starter)
    {
        ArgumentNullException.ThrowIfNull(starter);
        _starters.Add(starter);
        return this;
    }

    public AkkaConfigurationBuilder WithExtension<T>()
        where T : IExtensionId => WithExtensions(typeof(T));

    public AkkaConfigurationBuilder WithExtensions(params Type[] extensions)
    {
        foreach (var extension in extensions)
        {
            CheckExtension(extension);
            if (!_extensions.Contains(extension))
                _extensions.Add(extension);
        }

        return this;
    }

    internal AkkaConfigurationBuilder AddHoconConfiguration(Config hocon, HoconAddMode addMode)
    {
        ArgumentNullException.ThrowIfNull(hocon);
        Configuration = addMode switch
        {
            HoconAddMode.Append => Configuration.GetOrElse(Config.Empty).SafeWithFallback(hocon),
            HoconAddMode.Prepend => hocon.SafeWithFallback(Configuration.GetOrElse(Config.Empty)),
            HoconAddMode.Replace => hocon,
            _ => throw new ArgumentOutOfRangeException(nameof(addMode), addMode, "There is no such mode"),
        };
        return this;
    }

    internal AkkaConfigurationBuilder AddSetup(Setup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        // The system gets one bootstrap setup, made of all that was collected; another one would displace it.
        if (setup is BootstrapSetup bootstrap)
        {
            bootstrap.Config.OnSuccess(config => AddHoconConfiguration(config, HoconAddMode.Prepend));
            bootstrap.ActorRefProvider.OnSuccess(provider => WithActorRefProvider(provider));
            return this;
        }

        // So does the container that the system is built with displace any other.
        if (setup is not DependencyResolverSetup)
            Setups.Add(setup);
        return this;
    }

    internal AkkaConfigurationBuilder WithActorRefProvider(ProviderSelection provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ActorRefProvider = provider;
        return this;
    }

    /// <summary>Registers the system, its registry and its actors with the container.</summary>
    internal void Bind()
    {
        _services.AddSingleton(services => services.GetRequiredService<AkkaConfigurationBuilder>().Build(services));
        _services.AddSingleton(services => ActorRegistry.For(services.GetRequiredService<ActorSystem>()));
        _services.AddSingleton<IActorRegistry>(services => services.GetRequiredService<ActorRegistry>());
        _services.AddSingleton<IReadOnlyActorRegistry>(services => services.GetRequiredService<ActorRegistry>());
        _services.AddSingleton(typeof(IRequiredActor<>), typeof(RequiredActor<>));
    }

    /// <summary>Starts the actors, one starter after the other, and then runs the startup tasks.</summary>
    internal async Task StartAsync(ActorSystem system)
    {
        if (_isStarted)
            return;
        _isStarted = true;
        var registry = ActorRegistry.For(system);
        var resolver = DependencyResolver.For(system).Resolver;
        foreach (var starter in _starters)
            await starter(system, registry, resolver).ConfigureAwait(false);
        foreach (var task in _startupTasks)
            await task(system, registry).ConfigureAwait(false);
    }

    private ActorSystem Build(IServiceProvider services)
    {
        var setup = ActorSystemSetup.Create([.. Setups, Bootstrap(), DependencyResolverSetup.Create(services)]);
        if (!setup.Get<LoggerFactorySetup>().HasValue && services.GetService<ILoggerFactory>() is { } loggers)
            setup = setup.And(new LoggerFactorySetup(loggers));
        return ActorSystem.Create(_actorSystemName, setup);
    }

    private BootstrapSetup Bootstrap()
    {
        var bootstrap = BootstrapSetup.Create();
        if (Configuration.HasValue || _extensions.Count > 0)
            bootstrap = bootstrap.WithConfig(WithExtensions(Configuration.GetOrElse(ConfigurationFactory.Load())));
        return ActorRefProvider.HasValue ? bootstrap.WithActorRefProvider(ActorRefProvider.Value) : bootstrap;
    }

    private Config WithExtensions(Config config)
    {
        if (_extensions.Count == 0)
            return config;
        var names = config.GetStringList("akka.extensions")
            .Concat(_extensions.Select(type => type.AssemblyQualifiedName))
            .Select(name => name.ToHocon());
        return ConfigurationFactory.ParseString($"akka.extensions = [{string.Join(", ", names)}]").WithFallback(config);
    }

    private static void CheckExtension(Type extension)
    {
        if (!typeof(IExtensionId).IsAssignableFrom(extension))
            throw new ConfigurationException($"Type must extend {nameof(IExtensionId)}: [{extension.FullName}]");
        if (extension.IsAbstract)
            throw new ConfigurationException($"Type must not be abstract: [{extension.FullName}]");
        if (extension.GetConstructor(Type.EmptyTypes) is null)
            throw new ConfigurationException($"Type must have a parameterless constructor: [{extension.FullName}]");
    }
}
