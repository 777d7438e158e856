using Akka.Actor.Setup;
using Serilog;

namespace ActorSockets.Hosting;

/// <summary>Says where an actor system's <see cref="SerilogLogger"/> writes to.</summary>
/// <param name="logger">The logger. It is not disposed of with the actor system.</param>
public sealed class SerilogSetup(ILogger logger) : Setup
{
    /// <summary>The logger.</summary>
    public ILogger Logger { get; } = logger;
}
