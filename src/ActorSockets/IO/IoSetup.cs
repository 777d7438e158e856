using ActorSockets.IO.Engine;
using Akka.Actor.Setup;

namespace ActorSockets.IO;

/// <summary>
/// Loops of somebody's own making, in place of those that <c>actorsockets.io.engine</c> names: given to an actor system
/// with its other setups.
/// </summary>
/// <param name="create">
/// Makes one, from its number, its dispatcher's id, the size of its buffers, and whom to tell of errors.
/// </param>
internal sealed class IoSetup(Func<int, string, int, Action<Exception>, IoLoop> create) : Setup
{
    public Func<int, string, int, Action<Exception>, IoLoop> Create { get; } = create;
}
