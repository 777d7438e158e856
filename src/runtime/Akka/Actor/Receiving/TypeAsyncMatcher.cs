namespace Akka.Actor;

/// <summary>As <see cref="AsyncMatcher{T}"/>, of a type that is known at run time only.</summary>
internal sealed class TypeAsyncMatcher(Type type) : MessageMatcher
{
    public override bool TryHandle(object message, Delegate handler, Delegate? predicate) =>
        type.IsInstanceOfType(message) && AsyncMatcher<object>.Instance.TryHandle(message, handler, predicate);
}
