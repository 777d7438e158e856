using System.Collections.Concurrent;
using Akka.Event;

namespace Akka.Actor.Internal;

/// <summary>The extensions of one system: each is created once, by the first that asks for it.</summary>
internal sealed class Extensions(ActorSystemImpl system)
{
    private readonly ConcurrentDictionary<Type, Lazy<object>> _byType = new();

    /// <summary>Answers the extension, which is created if it is not there yet.</summary>
    /// <remarks>One that fails fails in the same way for all who ask: what it has made by then, actors for one, would
    /// be in the way of a second try.</remarks>
    public object Register(IExtensionId? id)
    {
        if (id is null) return null!;
        return _byType.GetOrAdd(
            id.ExtensionType,
            static (_, arg) => new Lazy<object>(() => Create(arg.system, arg.id)),
            (system, id)).Value;
    }

    /// <summary>Null when the extension has not been registered.</summary>
    public object Get(IExtensionId id) => TryGet(id.ExtensionType, out var extension) ? extension! : null!;

    public bool Has(Type type) => _byType.ContainsKey(type);

    public bool TryGet(Type type, out object? extension)
    {
        extension = _byType.TryGetValue(type, out var entry) ? entry.Value : null;
        return extension is not null;
    }

    public void LoadConfigured()
    {
        var ids = new List<IExtensionId>();
        foreach (var name in system.Settings.Config.GetStringList("akka.extensions"))
        {
            if (Type.GetType(name) is not { } type || !typeof(IExtensionId).IsAssignableFrom(type) || type.IsAbstract)
            {
                system.Log.Error("[{0}] is not an 'ExtensionId', skipping...", name);
                continue;
            }

            if (Instance(type, name) is { } id) ids.Add(id);
        }

        foreach (var id in ids) Register(id);
    }

    // an identifier that cannot be made is left out; an extension that cannot be made fails the system's start
    private IExtensionId? Instance(Type type, string name)
    {
        try
        {
            return (IExtensionId)Activator.CreateInstance(type)!;
        }
        catch (Exception e)
        {
            system.Log.Error(e, "While trying to load extension [{0}], skipping...", name);
            return null;
        }
    }

    private static object Create(ActorSystemImpl system, IExtensionId id) => id.CreateExtension(system)
        ?? throw new InvalidOperationException($"Extension instance created as 'null' for extension [{id}]");
}
