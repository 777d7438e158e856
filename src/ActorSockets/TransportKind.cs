namespace ActorSockets;

/// <summary>What a listener listens with.</summary>
public enum TransportKind
{
    /// <summary>TCP: peers connect, and each connection gets a <see cref="ConnectionActor"/>.</summary>
    Tcp,

    /// <summary>UDP: one actor gets every datagram, as <see cref="Akka.IO.Udp.Received"/>, from a sender that takes
    /// <see cref="Akka.IO.Udp.Send"/>.</summary>
    Udp,
}
