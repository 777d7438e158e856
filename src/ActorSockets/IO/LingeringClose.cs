using System.Net.Sockets;
using ActorSockets.IO.Engine;

namespace ActorSockets.IO;

/// <summary>
/// Closes a socket whose peer may still be sending. To close it with bytes unread, or to get more afterwards, makes the
/// kernel answer with RST (RFC 1122, 4.2.2.13), which destroys what the peer has not read yet. So: FIN first, then read
/// and discard until the peer's end, for a while at most.
/// </summary>
internal sealed class LingeringClose : ITransportOwner, IExpiring
{
    /// <summary>What is discarded before others get their turn.</summary>
    private const int MaxReadsPerTurn = 4;

    private readonly Transport _transport;
    private bool _hasPeerEnded;

    private LingeringClose(Transport transport, DateTimeOffset deadline, bool hasPeerEnded)
    {
        _transport = transport;
        _hasPeerEnded = hasPeerEnded;
        Deadline = deadline;
    }

    public DateTimeOffset? Deadline { get; private set; }

    /// <summary>Takes the transport over.</summary>
    public static void Begin(
        Transport transport, DeadlineQueue deadlines, TimeSpan atMost, bool hasPeerEnded = false)
    {
        if (transport.ShutdownSend() != SocketError.Success)
        {
            // Reset by the peer already.
            transport.Close();
            return;
        }

        var lingering = new LingeringClose(transport, deadlines.Now + atMost, hasPeerEnded);
        transport.HandOver(lingering);
        lingering.OnReadable();
        lingering.CloseWhenDone();
        deadlines.Add(lingering);
    }

    public void OnReadable()
    {
        for (var n = 0; _transport.IsReadReady; n++)
        {
            if (n == MaxReadsPerTurn)
            {
                _transport.Loop.Schedule(new LoopAction(OnReadable));
                return;
            }

            var result = _transport.TryRead(_transport.Loop.ReadBuffer);
            if (result.IsError)
            {
                Close();
            }
            else if (result.IsEndOfStream)
            {
                _hasPeerEnded = true;
                CloseWhenDone();
            }
        }
    }

    public void OnWritable() => CloseWhenDone();

    public void OnDeadline() => Close();

    public void OnEngineStopping() => Close();

    /// <summary>Ours may have to wait until the peer reads, where it is bytes as all others.</summary>
    private void CloseWhenDone()
    {
        if (_hasPeerEnded && !_transport.IsWriteBlocked)
        {
            Close();
        }
    }

    private void Close()
    {
        Deadline = null;
        _transport.Close();
    }
}
