namespace Akka.Actor;

/// <summary>Which kind of references an actor system hands out. This runtime has the local kind.</summary>
public abstract class ProviderSelection
{
    internal const string LocalActorRefProvider = "Akka.Actor.LocalActorRefProvider, Akka";

    private const string BareLocalActorRefProvider = "Akka.Actor.LocalActorRefProvider";
    private const string RemoteActorRefProvider = "Akka.Remote.RemoteActorRefProvider, Akka.Remote";
    private const string ClusterActorRefProvider = "Akka.Cluster.ClusterActorRefProvider, Akka.Cluster";

    private ProviderSelection(string identifier, string fqn, bool hasCluster)
    {
        Identifier = identifier;
        Fqn = fqn;
        HasCluster = hasCluster;
    }

    internal string Identifier { get; }

    internal string Fqn { get; }

    internal bool HasCluster { get; }

    /// <summary>The name of the class, as <paramref name="configured"/> spells it if it is the one that is meant.
    /// </summary>
    internal string ClassFor(string configured) =>
        ReferenceEquals(this, Local.Instance) && configured == BareLocalActorRefProvider ? configured : Fqn;

    internal static ProviderSelection GetProvider(string providerClass) => providerClass switch
    {
        "local" or LocalActorRefProvider or BareLocalActorRefProvider => Local.Instance,
        "remote" or RemoteActorRefProvider => Remote.Instance,
        "cluster" or ClusterActorRefProvider => Cluster.Instance,
        _ => new Custom(providerClass),
    };

    /// <summary>References within one process.</summary>
    public sealed class Local : ProviderSelection
    {
        public static readonly Local Instance = new();

        private Local() : base("local", LocalActorRefProvider, false)
        {
        }
    }

    /// <summary>Named for configurations that are shared with Akka.NET; it can not be started here.</summary>
    public sealed class Remote : ProviderSelection
    {
        public static readonly Remote Instance = new();

        private Remote() : base("remote", RemoteActorRefProvider, false)
        {
        }
    }

    /// <summary>Named for configurations that are shared with Akka.NET; it can not be started here.</summary>
    public sealed class Cluster : ProviderSelection
    {
        public static readonly Cluster Instance = new();

        private Cluster() : base("cluster", ClusterActorRefProvider, true)
        {
        }
    }

    /// <summary>A provider by its type's name.</summary>
    public sealed class Custom(string fqn, string? identifier = null, bool hasCluster = false)
        : ProviderSelection(identifier ?? "", fqn, hasCluster);
}
