namespace Akka.IO;

/// <summary>A connection that could not be made; the cause carried by a <see cref="Tcp.CommandFailed"/>.</summary>
public class ConnectException : Exception
{
    public ConnectException(string message)
        : base(message)
    {
    }
}
