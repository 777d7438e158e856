using System.Net;
using Akka.Actor;

namespace Akka.IO;

/// <summary>The commands of <see cref="Tcp"/> as methods.</summary>
public class TcpMessage
{
    public static Tcp.Command Connect(
        EndPoint remoteAddress,
        EndPoint? localAddress,
        IEnumerable<Inet.SocketOption>? options,
        TimeSpan? timeout,
        bool pullMode) =>
        new Tcp.Connect(remoteAddress, localAddress, options, timeout, pullMode);

    public static Tcp.Command Connect(EndPoint remoteAddress) => new Tcp.Connect(remoteAddress);

    public static Tcp.Command Bind(
        IActorRef handler,
        EndPoint endpoint,
        int backlog,
        IEnumerable<Inet.SocketOption>? options,
        bool pullMode) =>
        new Tcp.Bind(handler, endpoint, backlog, options, pullMode);

    public static Tcp.Command Bind(IActorRef handler, EndPoint endpoint, int backlog) =>
        new Tcp.Bind(handler, endpoint, backlog);

    public static Tcp.Command Register(
        IActorRef handler,
        bool keepOpenOnPeerClosed = false,
        bool useResumeWriting = true) =>
        new Tcp.Register(handler, keepOpenOnPeerClosed, useResumeWriting);

    public static Tcp.Command Unbind() => Tcp.Unbind.Instance;

    public static Tcp.Command Close() => Tcp.Close.Instance;

    public static Tcp.Command ConfirmedClose() => Tcp.ConfirmedClose.Instance;

    public static Tcp.Command Abort() => Tcp.Abort.Instance;

    public static Tcp.NoAck NoAck(object? token = null) => new(token);

    public static Tcp.Command Write(ByteString data, Tcp.Event? ack = null) =>
        Tcp.Write.Create(data, ack ?? Tcp.NoAck.Instance);

    public static Tcp.Command ResumeWriting() => Tcp.ResumeWriting.Instance;

    public static Tcp.Command SuspendReading() => Tcp.SuspendReading.Instance;

    public static Tcp.Command ResumeReading() => Tcp.ResumeReading.Instance;

    public static Tcp.Command ResumeAccepting(int batchSize) => new Tcp.ResumeAccepting(batchSize);
}
