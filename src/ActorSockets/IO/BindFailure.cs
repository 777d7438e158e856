using Akka.IO;

namespace ActorSockets.IO;

/// <summary>
/// Among the options of a <see cref="Udp.Bind"/>, gets the cause of its failure, for which
/// <see cref="Udp.CommandFailed"/> has no room. Other managers than ours leave it empty.
/// </summary>
internal sealed class BindFailure : Inet.SocketOption
{
    /// <summary>Set before the failure is told.</summary>
    public Exception? Cause { get; private set; }

    public static void Note(IEnumerable<Inet.SocketOption>? options, Exception cause)
    {
        foreach (var failure in options?.OfType<BindFailure>() ?? [])
        {
            failure.Cause = cause;
        }
    }
}
