using Akka.Event;

namespace Akka.Dispatch.SysMsg;

/// <summary>Sent by a cell to itself: an announced child could not be made, and is not to be waited for.</summary>
internal sealed class ChildWithdrawn : SystemMessage, IDeadLetterSuppression;
