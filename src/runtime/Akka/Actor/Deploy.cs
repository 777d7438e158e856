using Akka.Configuration;
using Akka.Routing;

namespace Akka.Actor;

/// <summary>What code or configuration says about how one actor runs: dispatcher, mailbox, router, stash.</summary>
public class Deploy : IEquatable<Deploy>
{
    public const int NoStashSize = -1;

    public static readonly string NoDispatcherGiven = "";

    public static readonly string NoMailboxGiven = "";

    public static readonly Scope NoScopeGiven = null!;

    public static readonly Deploy Local = new(Scope.Local);

    public static readonly Deploy None = null!;

    /// <summary>Shared by everything that says nothing, so that such a thing costs a reference.</summary>
    internal static readonly Deploy Default = new();

    public Deploy() : this("", NoScopeGiven)
    {
    }

    public Deploy(string path, Scope scope)
        : this(path, ConfigurationFactory.Empty, NoRouter.Instance, scope, NoDispatcherGiven)
    {
    }

    public Deploy(Scope scope) : this("", scope)
    {
    }

    public Deploy(RouterConfig routerConfig, Scope scope)
        : this("", ConfigurationFactory.Empty, routerConfig, scope, NoDispatcherGiven)
    {
    }

    public Deploy(RouterConfig routerConfig) : this(routerConfig, NoScopeGiven)
    {
    }

    public Deploy(string path, Config config, RouterConfig routerConfig, Scope scope, string dispatcher)
        : this(path, config, routerConfig, scope, dispatcher, NoMailboxGiven)
    {
    }

    public Deploy(
        string path, Config config, RouterConfig routerConfig, Scope scope, string dispatcher, string mailbox)
        : this(path, config, routerConfig, scope, dispatcher, mailbox, NoStashSize)
    {
    }

    public Deploy(
        string path,
        Config config,
        RouterConfig routerConfig,
        Scope scope,
        string dispatcher,
        string mailbox,
        int stashCapacity)
    {
        Path = path;
        Config = config;
        RouterConfig = routerConfig;
        Scope = scope;
        Dispatcher = dispatcher ?? NoDispatcherGiven;
        Mailbox = mailbox ?? NoMailboxGiven;
        StashCapacity = stashCapacity;
    }

    public Config Config { get; }

    public string Dispatcher { get; }

    public string Mailbox { get; }

    public string Path { get; }

    public RouterConfig RouterConfig { get; }

    public Scope Scope { get; }

    public int StashCapacity { get; }

    public bool Equals(Deploy? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && Path == other.Path
            && Dispatcher == other.Dispatcher
            && Mailbox == other.Mailbox
            && StashCapacity == other.StashCapacity
            && Equals(RouterConfig, other.RouterConfig)
            && Equals(Scope, other.Scope)
            && (Config.IsEmpty == other.Config.IsEmpty && Config.ToString() == other.Config.ToString()));

    public override bool Equals(object? obj) => Equals(obj as Deploy);

    public override int GetHashCode() => HashCode.Combine(Path, Dispatcher, Mailbox, StashCapacity);

    public virtual Deploy WithDispatcher(string dispatcher) =>
        new(Path, Config, RouterConfig, Scope, dispatcher, Mailbox, StashCapacity);

    /// <summary>What this one leaves open is taken from <paramref name="other"/>.</summary>
    public virtual Deploy WithFallback(Deploy other) => new(
        Path,
        ReferenceEquals(Config, other.Config) || other.Config.IsEmpty ? Config : Config.WithFallback(other.Config),
        RouterConfig.WithFallback(other.RouterConfig),
        Scope is null ? other.Scope : Scope.WithFallback(other.Scope),
        Dispatcher == NoDispatcherGiven ? other.Dispatcher : Dispatcher,
        Mailbox == NoMailboxGiven ? other.Mailbox : Mailbox,
        StashCapacity == NoStashSize ? other.StashCapacity : StashCapacity);

    public virtual Deploy WithMailbox(string mailbox) =>
        new(Path, Config, RouterConfig, Scope, Dispatcher, mailbox, StashCapacity);

    public virtual Deploy WithRouterConfig(RouterConfig routerConfig) =>
        new(Path, Config, routerConfig, Scope, Dispatcher, Mailbox, StashCapacity);

    public virtual Deploy WithScope(Scope scope) =>
        new(Path, Config, RouterConfig, scope, Dispatcher, Mailbox, StashCapacity);

    public virtual Deploy WithStashCapacity(int stashSize) =>
        new(Path, Config, RouterConfig, Scope, Dispatcher, Mailbox, stashSize);
}
