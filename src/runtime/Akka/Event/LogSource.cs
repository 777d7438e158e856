using Akka.Actor;

namespace Akka.Event;

/// <summary>What a logger names itself: an actor's path, or a name with the system's address behind it.</summary>
public readonly struct LogSource
{
    private LogSource(string source, Type type)
    {
        Source = source;
        Type = type;
    }

    public string Source { get; }

    public Type Type { get; }

    public static LogSource Create(object o)
    {
        var source = o switch
        {
            IActorContext context => context.Self.Path.ToString()!,
            IActorRef actor => actor.Path.ToString()!,
            string name => name,
            Type type => Logging.SimpleName(type),
            _ => Logging.SimpleName(o),
        };

        return new LogSource(source, SourceType(o));
    }

    public static LogSource Create(object o, ActorSystem system)
    {
        var source = o switch
        {
            IActorContext context => FromActor(context, system),
            IActorRef actor => FromActorRef(actor, system),
            string name => FromString(name, system),
            Type type => FromType(type, system),
            _ => FromType(o.GetType(), system),
        };

        return new LogSource(source, SourceType(o));
    }

    public static LogSource Create(string source, Type t) => new(source, t);

    public static string FromActor(IActorContext actor, ActorSystem system) => FromActorRef(actor.Self, system);

    public static string FromActorRef(IActorRef a, ActorSystem system)
    {
        // The provider has no address before it is initialised; what logs that early is named by its plain path.
        var address = system is ExtendedActorSystem { Provider: { } provider } ? provider.DefaultAddress : null;
        return address is null ? a.Path.ToString()! : a.Path.ToStringWithAddress(address);
    }

    public static string FromString(string source, ActorSystem system) => $"{source} ({system})";

    public static string FromType(Type t, ActorSystem system) => $"{Logging.SimpleName(t)} ({system})";

    public static Type SourceType(object o) => o switch
    {
        Type type => type,
        IActorContext context => context.Props.Type,
        string => typeof(DummyClassForStringSources),
        _ => o.GetType(),
    };
}
