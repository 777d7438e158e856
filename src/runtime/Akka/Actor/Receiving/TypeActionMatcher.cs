namespace Akka.Actor;

/// <summary>As <see cref="ActionMatcher{T}"/>, of a type that is known at run time only.</summary>
internal sealed class TypeActionMatcher(Type type) : MessageMatcher
{
    public override bool TryHandle(object message, Delegate handler, Delegate? predicate) =>
        type.IsInstanceOfType(message) && ActionMatcher<object>.Instance.TryHandle(message, handler, predicate);
}
