#nullable disable annotations // As in Akka.NET: callers use what GetConfig and GetString return without a null check.
using Akka.Configuration.Hocon;

namespace Akka.Configuration;

/// <summary>
/// A HOCON configuration, possibly backed by fallbacks. It never changes after construction, so any number of threads
/// may read it: <see cref="Root"/> is the merge of the own values and all fallbacks, made once.
/// </summary>
public partial class Config
{
    public static readonly Config Empty = ConfigurationFactory.ParseString("");

    private readonly HoconValue _own;

    public Config()
    {
    }

    public Config(HoconRoot root)
    {
        ArgumentNullException.ThrowIfNull(root);
        _own = root.Value ?? throw new ArgumentNullException(nameof(root), "The root value cannot be null.");
        Root = _own;
        Substitutions = root.Substitutions;
    }

    public Config(Config source, Config fallback)
    {
        ArgumentNullException.ThrowIfNull(source);
        _own = source._own;
        Fallback = source.Fallback is null ? fallback : source.Fallback.Copy(fallback);
        Root = Merge(source.Root, fallback?.Root);
        Substitutions = source.Substitutions;
    }

    private Config(HoconValue own, HoconValue root, Config fallback)
    {
        _own = own;
        Root = root;
        Fallback = fallback;
        Substitutions = [];
    }

    public Config Fallback { get; }

    public virtual bool IsEmpty => Root is null || Root.IsEmpty;

    public virtual HoconValue Root { get; }

    public IEnumerable<HoconSubstitution> Substitutions { get; set; }

    public virtual Config WithFallback(Config fallback)
    {
        if (ReferenceEquals(fallback, this))
            throw new ArgumentException("Config can not have itself as fallback", nameof(fallback));
        if (fallback is null)
            return this;
        return IsEmpty ? fallback : Copy(fallback);
    }

    protected Config Copy(Config fallback = null) => new(this, fallback);

    public virtual bool HasPath(string path) => GetNode(path) is not null;

    public HoconValue GetValue(string path) => GetNode(path);

    /// <summary>The part of the configuration below a path; null, as in Akka.NET, when there is nothing.</summary>
    public virtual Config GetConfig(string path)
    {
        var merged = GetNode(path);
        if (merged is null)
            return null;

        var fallback = Fallback?.GetConfig(path);
        var own = Find(_own, path);
        return own is null && fallback is not null ? fallback : new Config(own ?? merged, merged, fallback);
    }

    public virtual IEnumerable<KeyValuePair<string, HoconValue>> AsEnumerable()
        => Root?.GetObject()?.Items ?? Enumerable.Empty<KeyValuePair<string, HoconValue>>();

    /// <summary>The own values as HOCON, without those of the fallbacks.</summary>
    public override string ToString() => _own is null ? "" : _own.ToString();

    public string ToString(bool includeFallback)
        => includeFallback ? Root?.ToString() ?? "" : ToString();

    public static Config operator +(Config config, string fallback)
        => config.WithFallback(ConfigurationFactory.ParseString(fallback));

    public static Config operator +(string configHocon, Config fallbackConfig)
        => ConfigurationFactory.ParseString(configHocon).WithFallback(fallbackConfig);

    public static implicit operator Config(string str) => ConfigurationFactory.ParseString(str);

    private static HoconValue Merge(HoconValue top, HoconValue bottom)
        => top is null || bottom is null ? top ?? bottom : HoconMerge.Overlay(top, bottom);

    private HoconValue GetNode(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Root is null ? throw new InvalidOperationException("Current node should not be null") : Find(Root, path);
    }

    private static HoconValue Find(HoconValue root, string path)
    {
        var node = root;
        foreach (var key in HoconPath.Split(path))
        {
            node = node?.GetChildObject(key);
            if (node is null)
                return null;
        }

        return node;
    }
}
