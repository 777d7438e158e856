using System.Runtime.CompilerServices;

namespace Akka.Actor;

/// <summary>Of <c>Action&lt;T&gt;</c> with an optional <c>Predicate&lt;T&gt;</c>.</summary>
internal sealed class ActionMatcher<T> : MessageMatcher
{
    public static readonly ActionMatcher<T> Instance = new();

    public override bool TryHandle(object message, Delegate handler, Delegate? predicate)
    {
        if (message is not T typed || (predicate is not null && !Unsafe.As<Predicate<T>>(predicate)(typed)))
        {
            return false;
        }

        Unsafe.As<Action<T>>(handler)(typed);
        return true;
    }
}
