namespace ActorSockets.Benchmarks.Kernel;

/// <summary>What one round gave: what the row is about, and the processor time that a step took on all cores.</summary>
internal readonly record struct Figure(double Value, double CpuNanoseconds);
