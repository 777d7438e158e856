using Akka.Actor;
using Akka.Configuration;

namespace Akka.IO;

/// <summary>
/// Starts the manager of an extension: the class that the section's <c>manager-class</c> names, made with the
/// extension or with no argument.
/// </summary>
internal static class IOManagerFactory
{
    public static IActorRef Start(
        ExtendedActorSystem system,
        IOExtension extension,
        ManagerSettings settings)
    {
        var key = $"{settings.Section}.manager-class";
        var type = Load(key, system.Settings.Config.GetString(key, settings.DefaultClass));
        var takesExtension = type.GetConstructor([extension.GetType()]) is not null;
        var props = takesExtension ? Props.Create(type, extension) : Props.Create(type);
        return system.SystemActorOf(
            props.WithDispatcher(settings.Dispatcher).WithDeploy(Deploy.Local),
            settings.Name);
    }

    private static Type Load(string key, string name)
    {
        var type = Find(key, name) ?? throw new ConfigurationException(Describe(key, name, "it was not found"));
        return typeof(ActorBase).IsAssignableFrom(type)
            ? type
            : throw new ConfigurationException(Describe(key, name, "it is not an actor"));
    }

    private static Type? Find(string key, string name)
    {
        try
        {
            return Type.GetType(name);
        }
        catch (Exception cause)
        {
            // An assembly that is there and cannot be loaded (wrong version, broken file) throws even so.
            throw new ConfigurationException(Describe(key, name, cause.Message), cause);
        }
    }

    private static string Describe(string key, string name, string why) =>
        $"The class [{name}] named by [{key}] cannot be used: {why}.";

    /// <summary>Where a manager's class is named, what it is by default, and how its actor is called and run.</summary>
    internal readonly record struct ManagerSettings(
        string Section,
        string DefaultClass,
        string Name,
        string Dispatcher);
}
