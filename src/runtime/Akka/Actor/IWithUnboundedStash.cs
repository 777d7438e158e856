using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>A stash without bound; the mailbox has to be an unbounded deque.</summary>
public interface IWithUnboundedStash
    : IWithUnrestrictedStash, IRequiresMessageQueue<IUnboundedDequeBasedMessageQueueSemantics>;
