using Akka.IO;

namespace ActorSockets.Tests.IO;

/// <summary>An acknowledgement with a number.</summary>
public sealed class Ack(int number) : Tcp.Event, IEquatable<Ack>
{
    public int Number { get; } = number;

    public bool Equals(Ack? other) => other?.Number == Number;

    public override bool Equals(object? obj) => Equals(obj as Ack);

    public override int GetHashCode() => Number;

    public override string ToString() => $"Ack({Number})";
}
