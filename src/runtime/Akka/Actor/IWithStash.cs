using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>A stash; the mailbox has to be a deque.</summary>
public interface IWithStash : IWithUnrestrictedStash, IRequiresMessageQueue<IDequeBasedMessageQueueSemantics>;
