namespace ActorSockets.IO.Engine;

/// <summary>How accepting goes on after a failed accept.</summary>
internal enum AcceptFailure
{
    /// <summary>The connection that was to be accepted is gone; the next one may be fine.</summary>
    Retry,

    /// <summary>Descriptors or memory are short: try again later, or accepting would spin.</summary>
    BackOff,

    /// <summary>The listening socket itself is unusable.</summary>
    Stop,
}
