namespace Akka.IO;

/// <summary>A way to resolve names: its cache, its manager, and the actor that does the work.</summary>
public interface IDnsProvider
{
    DnsBase Cache { get; }

    /// <summary>The resolving actor; its constructor takes the cache and the resolver's section.</summary>
    Type ActorClass { get; }

    /// <summary>The managing actor; its constructor takes the <see cref="DnsExt"/>.</summary>
    Type ManagerClass { get; }
}
