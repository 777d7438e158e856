namespace Akka.Actor;

/// <summary>As <see cref="FunctionMatcher{T}"/>, of a type that is known at run time only.</summary>
internal sealed class TypeFunctionMatcher(Type type) : MessageMatcher
{
    public override bool TryHandle(object message, Delegate handler, Delegate? predicate) =>
        type.IsInstanceOfType(message) && FunctionMatcher<object>.Instance.TryHandle(message, handler, predicate);
}
