using System.Net.Sockets;

namespace ActorSockets.IO.Engine;

/// <summary>
/// One UDP socket in one loop: the seam for datagrams, as <see cref="Transport"/> is the one for streams. All members
/// are for the loop's thread.
/// </summary>
/// <remarks>
/// It reads into the loop's <see cref="DatagramBuffers"/>, and sends what is gathered there. Readiness is sticky, as
/// a transport's is. udp(7): a call on a socket may fail for what became of a datagram sent earlier. Such news end
/// nothing here: a read goes on behind them, and a send is tried a second time.
/// </remarks>
internal abstract class DatagramSocket(IoLoop loop, DatagramBuffers buffers)
{
    /// <summary>
    /// How many pieces of news a read passes over; what still fails then is left until the next datagram comes.
    /// </summary>
    protected const int MaxNews = 16;

    public IoLoop Loop { get; } = loop;

    public DatagramBuffers Buffers { get; } = buffers;

    public bool IsReadReady { get; protected set; }

    /// <summary>Whether a send would be refused; <see cref="IDatagramOwner.OnWritable"/> comes when not.</summary>
    public bool IsWriteBlocked { get; protected set; }

    /// <summary>Fills the buffers' incoming side with what is there, one batch at most; perhaps nothing.</summary>
    public abstract void Receive();

    /// <summary>
    /// Sends what has been gathered in the buffers, in order, up to the first that fails; tells how many went, and why
    /// the one after them did not. After <see cref="SocketError.WouldBlock"/> that one is to be offered again, first.
    /// </summary>
    public abstract SocketError Send(out int sent);

    /// <summary>Gives the socket back. Idempotent.</summary>
    public abstract void Close();
}
