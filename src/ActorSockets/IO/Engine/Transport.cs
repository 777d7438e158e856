using System.Net;
using System.Net.Sockets;

namespace ActorSockets.IO.Engine;

/// <summary>
/// One byte stream to one peer: the seam below which TCP, TLS, Unix sockets and pairs in memory differ. Nothing above
/// it knows which it is. All members are for the loop's thread, once <see cref="Attach"/> has been called there.
/// </summary>
/// <remarks>
/// Readiness is sticky: <see cref="IsReadReady"/> is set by an edge and cleared by the read that found nothing more, so
/// that an owner which does not want to read costs no system call. After a write that would have blocked, the bytes it
/// offered are offered again, at the head of whatever is written next: a transport may already have started on them.
/// </remarks>
internal abstract class Transport(IoLoop loop, EndPoint local, EndPoint remote)
{
    public IoLoop Loop { get; } = loop;

    public EndPoint LocalEndPoint { get; } = local;

    public EndPoint RemoteEndPoint { get; } = remote;

    public bool IsReadReady { get; protected set; }

    /// <summary>
    /// Whether a write would be refused at present; <see cref="ITransportOwner.OnWritable"/> comes when not.
    /// </summary>
    public bool IsWriteBlocked { get; protected set; }

    /// <summary>Whether <see cref="TakePendingError"/> is worth its system call.</summary>
    public abstract bool MayHaveFailed { get; }

    /// <summary>
    /// The socket, for option hooks. It stays the transport's: closed with it, and not to be read or written. Null
    /// where there is none.
    /// </summary>
    public abstract Socket? Socket { get; }

    /// <summary>
    /// Whether the end of our direction is bytes, which may have to wait as others do: after <see cref="ShutdownSend"/>
    /// <see cref="IsWriteBlocked"/> tells, and to close before is to cut it off.
    /// </summary>
    public virtual bool SendsEndItself => false;

    /// <summary>Names the owner and starts the readiness callbacks.</summary>
    public abstract void Attach(ITransportOwner owner);

    /// <summary>Hands the transport to another owner, which first looks at <see cref="IsReadReady"/> itself.</summary>
    public abstract void HandOver(ITransportOwner owner);

    public abstract IoResult TryRead(Span<byte> buffer);

    public abstract IoResult TryWrite(ReadOnlySpan<byte> bytes);

    /// <summary>The error that the kernel holds for this socket, without reading.</summary>
    public abstract SocketError TakePendingError();

    /// <summary>What an error of this transport means.</summary>
    public virtual string Describe(SocketError error) => SocketErrors.Describe(error);

    /// <summary>Sends FIN; what the peer sends can still be read.</summary>
    public abstract SocketError ShutdownSend();

    /// <summary>Sends RST, and forgets what was not sent. Idempotent, also after <see cref="Close"/>.</summary>
    public abstract void Abort();

    /// <summary>Gives the socket back; the kernel finishes what was written. Idempotent.</summary>
    public abstract void Close();
}
