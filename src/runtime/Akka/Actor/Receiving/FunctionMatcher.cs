using System.Runtime.CompilerServices;

namespace Akka.Actor;

/// <summary>Of <c>Func&lt;T, bool&gt;</c>, which says itself whether it has handled the message.</summary>
internal sealed class FunctionMatcher<T> : MessageMatcher
{
    public static readonly FunctionMatcher<T> Instance = new();

    public override bool TryHandle(object message, Delegate handler, Delegate? predicate) =>
        message is T typed && Unsafe.As<Func<T, bool>>(handler)(typed);
}
