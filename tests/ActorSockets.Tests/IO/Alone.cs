namespace ActorSockets.Tests.IO;

/// <summary>Tests that count what belongs to the whole process: none of the others runs meanwhile.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
