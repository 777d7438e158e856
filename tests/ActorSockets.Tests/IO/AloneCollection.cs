namespace ActorSockets.Tests.IO;

/// <summary>Tests that count what the whole process holds, and therefore run when no others do.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
#pragma warning disable CA1711 // what xunit calls it
public sealed class AloneCollection
#pragma warning restore CA1711
{
    public const string Name = "alone";
}
