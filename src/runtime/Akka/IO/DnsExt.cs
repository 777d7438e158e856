using Akka.Actor;
using Akka.Configuration;

namespace Akka.IO;

/// <summary>The extension that resolves names: settings, provider, cache, and its manager <c>IO-DNS</c>.</summary>
public class DnsExt : IOExtension
{
    private readonly ExtendedActorSystem _system;
    private readonly Lazy<IActorRef> _manager;

    public DnsExt(ExtendedActorSystem system)
    {
        _system = system;
        Settings = new DnsSettings(IOSection.Of<DnsExt>(system, "akka.io.dns"));
        Provider = CreateProvider(Settings.ProviderObjectName);
        Cache = Provider.Cache;
        _manager = new Lazy<IActorRef>(StartManager);
    }

    public DnsSettings Settings { get; }

    public IDnsProvider Provider { get; }

    public DnsBase Cache { get; }

    /// <summary>Started when it is first asked for: a program that uses addresses only never needs it.</summary>
    public override IActorRef Manager => _manager.Value;

    public IActorRef GetResolver() => Manager;

    private IActorRef StartManager() => _system.SystemActorOf(
        Props.Create(Provider.ManagerClass, this).WithDispatcher(Settings.Dispatcher).WithDeploy(Deploy.Local),
        "IO-DNS");

    private static IDnsProvider CreateProvider(string className) =>
        Type.GetType(className) is { } type && Activator.CreateInstance(type) is IDnsProvider provider
            ? provider
            : throw new ConfigurationException(
                $"The class [{className}] named by [akka.io.dns.*.provider-object] is no {nameof(IDnsProvider)}.");

    /// <summary>The section <c>akka.io.dns</c>.</summary>
    public class DnsSettings
    {
        public DnsSettings(Config config)
        {
            Dispatcher = config.GetString("dispatcher", "akka.actor.internal-dispatcher");
            Resolver = config.GetString("resolver", "inet-address");
            ResolverConfig = config.GetConfig(Resolver) ?? Config.Empty;
            ProviderObjectName = ResolverConfig.GetString(
                "provider-object", typeof(InetAddressDnsProvider).FullName!);
        }

        public string Dispatcher { get; }

        public string Resolver { get; }

        public Config ResolverConfig { get; }

        public string ProviderObjectName { get; }
    }
}
