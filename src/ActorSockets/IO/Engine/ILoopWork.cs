using Akka.Dispatch;

namespace ActorSockets.IO.Engine;

/// <summary>Work of the loop itself: touches its state, does not block, and is never interrupted.</summary>
internal interface ILoopWork : IRunnable;
