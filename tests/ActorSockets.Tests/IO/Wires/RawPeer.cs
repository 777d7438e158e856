using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ActorSockets.Tests.IO.Wires;

/// <summary>The other end of a connection, without any actor. Every wait has a bound.</summary>
public abstract class RawPeer : IDisposable
{
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    public abstract EndPoint Local { get; }

    public abstract EndPoint Remote { get; }

    /// <summary>Whether an end of this wire can tell the other that it has been reset.</summary>
    protected virtual bool HasResets => true;

    /// <summary>At least one byte, or none at the end of the stream.</summary>
    public abstract Task<int> ReceiveAsync(Memory<byte> buffer);

    public abstract Task SendAsync(ReadOnlyMemory<byte> bytes);

    public abstract void FinishSending();

    public abstract void Reset();

    public void Send(string text) => Send(Encoding.UTF8.GetBytes(text));

    public void Send(byte[] bytes) => SendAsync(bytes).WaitAsync(Bound).GetAwaiter().GetResult();

    public string Receive(int bytes) => Encoding.UTF8.GetString(ReceiveBytes(bytes));

    public byte[] ReceiveBytes(int count)
    {
        var bytes = new byte[count];
        var received = 0;
        while (received < count)
        {
            var n = Receive(bytes.AsMemory(received));
            if (n == 0)
            {
                throw new EndOfStreamException($"The stream ended after {received} of {count} bytes.");
            }

            received += n;
        }

        return bytes;
    }

    public byte[] ReceiveToEnd()
    {
        var all = new MemoryStream();
        var buffer = new byte[65536];
        int n;
        while ((n = Receive(buffer)) > 0)
        {
            all.Write(buffer, 0, n);
        }

        return all.ToArray();
    }

    /// <summary>The next thing to come is the end of the stream.</summary>
    public void ExpectEnd() => Assert.Empty(ReceiveToEnd());

    /// <summary>The next thing to come, or to be told of, is a reset; or, where there are none, the end.</summary>
    public void ExpectReset()
    {
        if (HasResets)
        {
            var e = Assert.Throws<SocketException>(() => ReceiveToEnd());
            Assert.Equal(SocketError.ConnectionReset, e.SocketErrorCode);
        }
        else
        {
            ExpectGone();
        }
    }

    /// <summary>The connection is over, one way or the other.</summary>
    public void ExpectGone()
    {
        try
        {
            ExpectEnd();
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionReset)
        {
            // A reset is as good.
        }
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);

    private int Receive(Memory<byte> buffer) => ReceiveAsync(buffer).WaitAsync(Bound).GetAwaiter().GetResult();
}
