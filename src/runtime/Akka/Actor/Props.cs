using System.Linq.Expressions;
using System.Reflection;
using Akka.Dispatch;
using Akka.Routing;

namespace Akka.Actor;

/// <summary>
/// The immutable recipe of an actor: its type, its constructor's arguments, its deployment. One that says nothing about
/// deployment shares <see cref="Actor.Deploy"/> with all others, and the constructor is looked up once for each type.
/// </summary>
public class Props : IEquatable<Props>
{
    public static readonly Props None = null!;

    private const string NullTypeText = "Props must be instantiated with an actor type.";

    private readonly IIndirectActorProducer? _producer;
    private readonly ActorConstructor? _constructor;

    protected Props() : this(NoProducer.Instance, [])
    {
    }

    protected Props(Props copy)
    {
        _producer = copy._producer;
        _constructor = copy._constructor;
        Type = copy.Type;
        Arguments = copy.Arguments;
        Deploy = copy.Deploy;
        SupervisorStrategy = copy.SupervisorStrategy;
    }

    public Props(Type type, object?[] args) : this(Deploy.Default, type, args)
    {
    }

    public Props(Type type) : this(Deploy.Default, type, [])
    {
    }

    public Props(Type type, SupervisorStrategy? supervisorStrategy, IEnumerable<object?> args)
        : this(type, supervisorStrategy, args.ToArray())
    {
    }

    public Props(Type type, SupervisorStrategy? supervisorStrategy, params object?[] args)
        : this(Deploy.Default, type, args)
    {
        SupervisorStrategy = supervisorStrategy;
    }

    public Props(Deploy deploy, Type type, IEnumerable<object?> args) : this(deploy, type, args.ToArray())
    {
    }

    public Props(Deploy deploy, Type type, params object?[] args)
    {
        if (type is null)
        {
            throw new ArgumentNullException(nameof(type), NullTypeText);
        }

        Deploy = deploy;
        Arguments = args ?? [null];
        if (typeof(ActorBase).IsAssignableFrom(type))
        {
            Type = type;
            _constructor = ActorConstructor.Find(type, Arguments);
        }
        else
        {
            _producer = CreateProducer(type, Arguments);
            Type = _producer.ActorType;
        }
    }

    private protected Props(IIndirectActorProducer producer, object?[] args)
    {
        _producer = producer;
        Type = producer.ActorType;
        Arguments = args;
        Deploy = Deploy.Default;
    }

    private Props(Type type, SupervisorStrategy? supervisorStrategy, ActorConstructor? constructor, object?[] args)
    {
        _constructor = constructor;
        Type = type;
        SupervisorStrategy = supervisorStrategy;
        Arguments = args;
        Deploy = Deploy.Default;
    }

    public object?[] Arguments { get; }

    public Deploy Deploy { get; protected set; }

    public string Dispatcher =>
        Deploy.Dispatcher == Deploy.NoDispatcherGiven ? Dispatchers.DefaultDispatcherId : Deploy.Dispatcher;

    public static Props Empty { get; } = Create<EmptyActor>();

    public string Mailbox => Deploy.Mailbox;

    public RouterConfig RouterConfig => Deploy.RouterConfig;

    /// <summary>Null leaves the choice to the actor.</summary>
    public SupervisorStrategy? SupervisorStrategy { get; protected set; }

    public Type Type { get; }

    public string TypeName => Type.AssemblyQualifiedName!;

    public static Props Create<TActor>(
        Expression<Func<TActor>> factory, SupervisorStrategy? supervisorStrategy = null)
        where TActor : ActorBase
    {
        if (factory.Body is UnaryExpression)
        {
            return new Props(new FactoryProducer<TActor>(factory.Compile()), [])
            {
                SupervisorStrategy = supervisorStrategy,
            };
        }

        var creation = factory.Body as NewExpression
            ?? throw new ArgumentException("The create function must be a 'new T (args)' expression");
        return new Props(
            creation.Type,
            supervisorStrategy,
            ActorConstructor.For(creation.Constructor!),
            ExpressionArguments.Evaluate(creation.Arguments));
    }

    public static Props Create<TActor>(params object?[] args)
        where TActor : ActorBase => new(typeof(TActor), args);

    public static Props Create<TActor>(SupervisorStrategy supervisorStrategy)
        where TActor : ActorBase, new() => new(typeof(TActor), supervisorStrategy);

    public static Props Create(Type type, params object?[] args) => new(type, args);

    public static Props CreateBy<TProducer>(params object?[] args)
        where TProducer : class, IIndirectActorProducer => new(typeof(TProducer), args);

    public static Props CreateBy(IIndirectActorProducer producer, params object?[] args)
    {
        ArgumentNullException.ThrowIfNull(producer);
        return new Props(producer, args);
    }

    /// <summary>As in Akka.NET: arguments count by their number only, for not all of them can be compared, and the
    /// strategy does not count.</summary>
    public bool Equals(Props? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && Type == other.Type
            && Deploy.Equals(other.Deploy)
            && Arguments.Length == other.Arguments.Length);

    public override bool Equals(object? obj) => Equals(obj as Props);

    public override int GetHashCode() => HashCode.Combine(Type, Deploy, Arguments.Length);

    public virtual ActorBase NewActor()
    {
        try
        {
            return _producer is not null ? _producer.Produce()
                : _constructor is not null ? _constructor.Invoke(Arguments)
                : (ActorBase)Activator.CreateInstance(Type, Arguments)!;
        }
        catch (Exception cause)
        {
            var arguments = string.Join(",", Arguments.Select(argument => argument ?? "null"));
            throw new TypeLoadException(
                $"Error while creating actor instance of type {Type} with {Arguments.Length} args: ({arguments})",
                cause);
        }
    }

    public Props WithDeploy(Deploy deploy)
    {
        var copy = Copy();
        copy.Deploy = deploy.WithFallback(Deploy);
        return copy;
    }

    public Props WithDispatcher(string dispatcher)
    {
        var copy = Copy();
        copy.Deploy = Deploy.WithDispatcher(dispatcher);
        return copy;
    }

    public Props WithMailbox(string mailbox)
    {
        var copy = Copy();
        copy.Deploy = Deploy.WithMailbox(mailbox);
        return copy;
    }

    public Props WithRouter(RouterConfig routerConfig)
    {
        var copy = Copy();
        copy.Deploy = Deploy.WithRouterConfig(routerConfig);
        return copy;
    }

    public Props WithStashCapacity(int stashCapacity)
    {
        var copy = Copy();
        copy.Deploy = Deploy.WithStashCapacity(stashCapacity);
        return copy;
    }

    public Props WithSupervisorStrategy(SupervisorStrategy supervisorStrategy)
    {
        var copy = Copy();
        copy.SupervisorStrategy = supervisorStrategy;
        return copy;
    }

    /// <summary>The cell has dropped this instance: whoever produced it may want to dispose of it.</summary>
    internal void Release(ActorBase actor) => _producer?.Release(actor);

    protected virtual Props Copy() => new(this);

    private static IIndirectActorProducer CreateProducer(Type type, object?[] args)
    {
        if (!typeof(IIndirectActorProducer).IsAssignableFrom(type))
        {
            throw new ArgumentException($"Unknown actor producer [{type.FullName}]", nameof(type));
        }

        return (IIndirectActorProducer)Activator.CreateInstance(
            type, BindingFlags.Instance | BindingFlags.Public | BindingFlags.DoNotWrapExceptions, null, args, null)!;
    }
}
