using System.Net;

namespace ActorSockets;

/// <summary>A listener that accepts connections.</summary>
/// <param name="Name">Its name in the options.</param>
/// <param name="EndPoint">The address that it really listens on: with port 0 in the options, the port that the system
/// chose.</param>
public sealed record BoundListener(string Name, EndPoint EndPoint);
