using System.Collections.Concurrent;
using System.Reflection;

namespace Akka.Actor;

/// <summary>One constructor of an actor type, ready to be called; those of a type are looked up once.</summary>
internal sealed class ActorConstructor
{
    private const BindingFlags AnyInstance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<Type, ActorConstructor[]> OfTypes = new();

    private readonly ConstructorInfo _info;
    private readonly ConstructorInvoker _invoker;
    private readonly Type[] _parameters;

    private ActorConstructor(ConstructorInfo info)
    {
        _info = info;
        _invoker = ConstructorInvoker.Create(info);
        _parameters = Array.ConvertAll(info.GetParameters(), parameter => parameter.ParameterType);
    }

    /// <summary>
    /// The one public constructor that takes these arguments as they are. Null when there is none or more than one:
    /// then the general binder has to convert, to choose, or to say what is wrong.
    /// </summary>
    public static ActorConstructor? Find(Type type, object?[] arguments)
    {
        ActorConstructor? found = null;
        foreach (var candidate in Of(type))
        {
            if (candidate._info.IsPublic && candidate.Takes(arguments))
            {
                if (found is not null)
                {
                    return null;
                }

                found = candidate;
            }
        }

        return found;
    }

    public static ActorConstructor? For(ConstructorInfo info) =>
        Array.Find(Of(info.DeclaringType!), candidate => candidate._info == info);

    public ActorBase Invoke(object?[] arguments)
    {
        try
        {
            return (ActorBase)(arguments.Length switch
            {
                0 => _invoker.Invoke(),
                1 => _invoker.Invoke(arguments[0]),
                2 => _invoker.Invoke(arguments[0], arguments[1]),
                _ => _invoker.Invoke(arguments.AsSpan()),
            });
        }
        catch (Exception cause)
        {
            // The shape that Activator gives to the same failure, which callers unwrap.
            throw new TargetInvocationException(cause);
        }
    }

    private static ActorConstructor[] Of(Type type) => OfTypes.GetOrAdd(
        type,
        static key => key.IsAbstract || key.ContainsGenericParameters
            ? []
            : Array.ConvertAll(key.GetConstructors(AnyInstance), info => new ActorConstructor(info)));

    private bool Takes(object?[] arguments)
    {
        if (arguments.Length != _parameters.Length)
        {
            return false;
        }

        for (var i = 0; i < arguments.Length; i++)
        {
            var type = _parameters[i];
            var fits = arguments[i] is { } argument
                ? type.IsInstanceOfType(argument)
                : !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }
}
