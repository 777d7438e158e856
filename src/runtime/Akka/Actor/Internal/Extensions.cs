using System.Collections.Concurrent;
using Akka.Event;

namespace Akka.Actor.Internal;

/// <summary>The extensions of one system: each is created once, by the first that asks for it.</summary>
internal sealed class Extensions(ActorSystemImpl system)
{
    private readonly ConcurrentDictionary<Type, Lazy<object>> _byType = new();

    /// <summary>Answers the extension, which is created if it is not there yet.</summary>
    public object Register(IExtensionId id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var entry = _byType.GetOrAdd(
            id.ExtensionType, static (_, arg) => new Lazy<object>(() => Create(arg.system, arg.id)), (system, id));
        try
        {
            return entry.Value;
        }
        catch
        {
            // the next who asks gets a new try
            _byType.TryRemove(new KeyValuePair<Type, Lazy<object>>(id.ExtensionType, entry));
            throw;
        }
    }

    /// <exception cref="ArgumentException">The extension has not been registered.</exception>
    public object Get(IExtensionId id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return TryGet(id.ExtensionType, out var extension)
            ? extension!
            : throw new ArgumentException($"Trying to get non-registered extension [{id.ExtensionType}]");
    }

    public bool TryGet(Type type, out object? extension)
    {
        extension = _byType.TryGetValue(type, out var entry) ? entry.Value : null;
        return extension is not null;
    }

    public void LoadConfigured()
    {
        foreach (var name in system.Settings.Config.GetStringList("akka.extensions"))
        {
            if (Type.GetType(name) is not { } type || !typeof(IExtensionId).IsAssignableFrom(type))
            {
                system.Log.Error("[{0}] is not an 'ExtensionId', skipping...", name);
                continue;
            }

            try
            {
                Register((IExtensionId)Activator.CreateInstance(type)!);
            }
            catch (Exception e)
            {
                // an extension that fails to load must not keep the system from starting
                system.Log.Error(e, "While trying to load extension [{0}], skipping...", name);
            }
        }
    }

    private static object Create(ActorSystemImpl system, IExtensionId id) => id.CreateExtension(system)
        ?? throw new InvalidOperationException($"Extension instance created as 'null' for extension [{id}]");
}
