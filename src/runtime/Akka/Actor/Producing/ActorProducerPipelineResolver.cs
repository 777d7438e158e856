using System.Collections.Concurrent;
using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// Knows the plugins of a system: one of each plugin type, in order. As long as there is none but the system's own,
/// cells do not ask.
/// </summary>
public class ActorProducerPipelineResolver
{
    private readonly Lock _lock = new();
    private readonly Lazy<ILoggingAdapter> _log;
    private readonly ConcurrentDictionary<Type, ActorProducerPipeline> _pipelines = new();
    private readonly List<IActorProducerPlugin> _plugins = [];
    private volatile bool _hasOwn;

    public ActorProducerPipelineResolver(Func<ILoggingAdapter> logBuilder)
    {
        _log = new Lazy<ILoggingAdapter>(logBuilder);
        _plugins.Add(new ActorStashPlugin());
    }

    public int TotalPluginCount
    {
        get
        {
            lock (_lock)
            {
                return _plugins.Count;
            }
        }
    }

    public bool Insert(int index, IActorProducerPlugin plugin) => Change(at =>
    {
        if (at < 0)
        {
            _plugins.Insert(index, plugin);
        }

        return at < 0;
    }, plugin);

    public bool IsRegistered(IActorProducerPlugin plugin)
    {
        lock (_lock)
        {
            return IndexOf(plugin) >= 0;
        }
    }

    public bool Register(IActorProducerPlugin plugin) => Change(at =>
    {
        if (at < 0)
        {
            _plugins.Add(plugin);
        }

        return at < 0;
    }, plugin);

    public bool Unregister(IActorProducerPlugin plugin) => Change(at =>
    {
        if (at >= 0)
        {
            _plugins.RemoveAt(at);
        }

        return at >= 0;
    }, plugin);

    /// <summary>Null when there is nothing to do for actors of this type.</summary>
    internal ActorProducerPipeline? Resolve(Type actorType) =>
        _hasOwn ? _pipelines.GetOrAdd(actorType, Build) : null;

    private ActorProducerPipeline Build(Type actorType)
    {
        lock (_lock)
        {
            return new ActorProducerPipeline(
                _log,
                _plugins.Where(plugin => plugin is not ActorStashPlugin && plugin.CanBeAppliedTo(actorType)));
        }
    }

    private bool Change(Func<int, bool> change, IActorProducerPlugin plugin)
    {
        lock (_lock)
        {
            var changed = change(IndexOf(plugin));
            _hasOwn = _plugins.Exists(each => each is not ActorStashPlugin);
            _pipelines.Clear();
            return changed;
        }
    }

    private int IndexOf(IActorProducerPlugin plugin) =>
        _plugins.FindIndex(each => each.GetType() == plugin.GetType());
}
