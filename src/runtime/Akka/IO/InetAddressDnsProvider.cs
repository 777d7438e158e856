namespace Akka.IO;

/// <summary>Resolves as the operating system does.</summary>
public class InetAddressDnsProvider : IDnsProvider
{
    public DnsBase Cache { get; } = new SimpleDnsCache();

    public Type ActorClass => typeof(InetAddressDnsResolver);

    public Type ManagerClass => typeof(SimpleDnsManager);
}
