using System.Net;

namespace ActorSockets.IO.Engine.Memory;

/// <summary>A name in a <see cref="MemoryNetwork"/>: what an address is to a socket.</summary>
internal sealed class MemoryEndPoint(MemoryNetwork network, string name) : EndPoint
{
    public MemoryNetwork Network { get; } = network;

    public string Name { get; } = name;

    public override bool Equals(object? obj) =>
        obj is MemoryEndPoint other && other.Network == Network && other.Name == Name;

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => $"memory:{Name}";
}
