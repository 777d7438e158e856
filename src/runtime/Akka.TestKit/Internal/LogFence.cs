using Akka.Actor;

namespace Akka.TestKit.Internal;

/// <summary>
/// Published behind the log events of a test: when the listener has reached it, it has seen all of them. Without it, a
/// filter that expects one event could not tell one from one too many.
/// </summary>
internal sealed class LogFence : INoSerializationVerificationNeeded
{
    public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
