namespace Akka.Actor;

/// <summary>Access to extensions by the type of the extension or of its provider.</summary>
public static class ActorSystemWithExtensions
{
    public static T WithExtension<T>(this ActorSystem system) where T : class, IExtension =>
        system.GetExtension<T>();

    public static T WithExtension<T>(this ActorSystem system, Type extensionId) where T : class, IExtension
    {
        if (system.HasExtension<T>()) return system.GetExtension<T>();
        var provider = (IExtensionId)Activator.CreateInstance(extensionId)!;
        return (T)system.RegisterExtension(provider);
    }

    public static T WithExtension<T, TI>(this ActorSystem system)
        where T : class, IExtension
        where TI : IExtensionId => system.WithExtension<T>(typeof(TI));
}
