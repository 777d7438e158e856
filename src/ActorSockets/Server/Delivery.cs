using Akka.Actor;
using Akka.Event;

namespace ActorSockets.Server;

/// <summary>Something that a connection puts into its handler's mailbox: one mailbox message each, so that the mailbox,
/// <c>Stash</c>, suspension and restarts treat it as they treat any other. The handler's code sees the payload only.
/// </summary>
/// <remarks>A mailbox with priorities sees the delivery, and finds the payload by
/// <see cref="WrappedMessage.Unwrap"/>. What a stopped handler leaves behind is no dead letter: its connection is over.
/// </remarks>
internal abstract class Delivery(object payload)
    : IWrappedMessage, INoSerializationVerificationNeeded, IDeadLetterSuppression
{
    public object Message { get; } = payload;

    /// <summary>Set while the handler has it in its stash: it is not done then, when the turn ends.</summary>
    public bool IsStashed { get; set; }

    /// <summary>Whether the payload is for the handler's own code.</summary>
    public virtual bool IsForHandler => true;

    /// <summary>The handler's code does not handle the payload.</summary>
    /// <returns>Whether that is as it should be.</returns>
    public virtual bool OnUnhandled(Connection connection) => false;

    /// <summary>The handler is done with it: its turn has ended, and so has the task that the turn has
    /// started.</summary>
    public abstract void OnDone(Connection connection, IActorContext context);
}
