namespace ActorSockets.IO.Engine;

/// <summary>Something that holds a socket in a loop.</summary>
internal interface ILoopResident
{
    /// <summary>Given by the loop when it enters, and never to another.</summary>
    ulong Key { get; set; }

    /// <summary>The engine ends: tell the owner, close the socket. On the loop's thread.</summary>
    void OnEngineStopping();
}
