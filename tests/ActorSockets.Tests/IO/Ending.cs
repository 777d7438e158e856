namespace ActorSockets.Tests.IO;

/// <summary>How a connection of the random run ends.</summary>
public enum Ending
{
    /// <summary>The server closes when it has written everything.</summary>
    ServerCloses,

    /// <summary>The server closes its direction and waits for the client's end.</summary>
    ServerConfirmsClose,

    /// <summary>The server resets when it has written everything.</summary>
    ServerAborts,

    /// <summary>The client ends its direction, and with it the connection.</summary>
    ClientFinishes,

    /// <summary>The client ends its direction; the server goes on writing and then closes.</summary>
    ClientFinishesServerGoesOn,

    /// <summary>The client resets when it has sent everything.</summary>
    ClientResets,
}
