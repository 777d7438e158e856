using System.Net.Sockets;
using Akka.IO;

namespace ActorSockets.Tests.IO;

/// <summary>
/// An option that cannot be set after connecting, the first so many times; or never before connecting.
/// </summary>
public sealed class FailingOption(int failures = 0, bool beforeConnect = false) : Inet.SocketOption
{
    public const string Message = "this option never works";

    private int _failures = failures;

    public override void BeforeConnect(Socket s)
    {
        if (beforeConnect)
        {
            throw new InvalidOperationException(Message);
        }
    }

    public override void AfterConnect(Socket s)
    {
        if (Interlocked.Decrement(ref _failures) >= 0)
        {
            throw new InvalidOperationException(Message);
        }
    }
}
