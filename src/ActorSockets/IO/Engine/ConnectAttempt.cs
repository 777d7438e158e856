namespace ActorSockets.IO.Engine;

/// <summary>
/// A connect that is under way in one loop. Ends with one call of its owner, unless it is given up before.
/// </summary>
internal abstract class ConnectAttempt
{
    /// <summary>
    /// Gives up and closes the socket; the owner hears nothing more. Idempotent, for the loop's thread.
    /// </summary>
    public abstract void Cancel();
}
