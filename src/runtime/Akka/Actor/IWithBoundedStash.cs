using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>A bounded stash; the mailbox has to be a bounded deque.</summary>
public interface IWithBoundedStash
    : IWithUnrestrictedStash, IRequiresMessageQueue<IBoundedDequeBasedMessageQueueSemantics>;
