using System.Net.Sockets;
using ActorSockets.IO.Engine;
using Akka.IO;

namespace ActorSockets.IO;

/// <content>Reading: only while the handler wants it, a bounded piece at a time.</content>
internal sealed partial class TcpConnection
{
    /// <summary>
    /// What may be read ahead in Closing while the handler wants nothing: the peer's end may be behind it, and the
    /// close would wait for ever.
    /// </summary>
    private const int MaxHeldBackBytes = 64 * 1024;

    private LoopAction? _readAgain;
    private ReadSizes _readSizes;

    // Read in Closing while the gate was shut.
    private ByteString _heldBack = ByteString.Empty;
    private bool _hasPeerEnded;

    private bool MayRead => _state switch
    {
        ConnectionState.Open => _gate.IsOpen,
        ConnectionState.Draining => _gate.IsOpen && !_hasPeerEnded && Handler is not null,
        ConnectionState.Closing => _gate.IsOpen || Handler is null || _heldBack.Count < MaxHeldBackBytes,
        _ => false,
    };

    void ITransportOwner.OnReadable()
    {
        try
        {
            ReadSome();
            NoticeFailure();
        }
        catch (Exception e)
        {
            // Nothing is known to throw here; the loop must not be left with a connection that nobody reads.
            FailUninterrupted(e.Message);
        }
    }

    private void OnResumeReading()
    {
        _gate.Resume();
        if (!_heldBack.IsEmpty)
        {
            var data = _heldBack;
            _heldBack = ByteString.Empty;
            Deliver(data);
        }

        ReadSome();
    }

    /// <summary>
    /// Reads until the kernel has nothing more, the handler wants nothing more, or it is others' turn. Each delivery
    /// may be answered on the spot (by a close, for one), so everything is looked at afresh after it.
    /// </summary>
    private void ReadSome()
    {
        var left = _loop.ReadBuffer.Length;
        while (_transport.IsReadReady && MayRead)
        {
            if (left <= 0)
            {
                _loop.Schedule(_readAgain ??= new LoopAction(ReadSome));
                return;
            }

            var result = Read(out var data);
            if (result.Bytes > 0)
            {
                left -= result.Bytes;
                Deliver(data);
            }
            else if (!result.IsWouldBlock)
            {
                OnReadEnd(result);
                return;
            }
        }
    }

    /// <summary>
    /// No byte of the loop's buffer gets out of here; an array of its own that is half empty does not either.
    /// </summary>
    private IoResult Read(out ByteString data)
    {
        var guess = _readSizes.Guess(_loop.ReadBuffer.Length);
        var buffer = guess == 0 ? _loop.ReadBuffer : GC.AllocateUninitializedArray<byte>(guess);
        var result = _transport.TryRead(buffer);
        var bytes = result.Bytes;
        if (bytes == 0)
        {
            data = ByteString.Empty;
            return result;
        }

        _readSizes.Add(bytes);
        data = guess > 0 && bytes >= guess / 2
            ? ByteString.FromBytes(buffer, 0, bytes)
            : ByteString.CopyFrom(buffer, 0, bytes);
        return result;
    }

    private void Deliver(ByteString data)
    {
        if (Handler is not { } handler)
        {
            // Closed before anybody registered: nobody will ever ask for these bytes.
            return;
        }

        if (!_gate.IsOpen)
        {
            _heldBack += data;
            return;
        }

        _gate.Delivered();
        handler.Tell(new Tcp.Received(data), this);
    }

    /// <summary>
    /// A reset is news even to a handler that has suspended reading, or has had the peer's end: it would keep writing,
    /// or waiting, for nobody.
    /// </summary>
    private void NoticeFailure()
    {
        if (_state is ConnectionState.Closed or ConnectionState.AwaitingHandler || MayRead || !_transport.MayHaveFailed)
        {
            return;
        }

        var error = _transport.TakePendingError();
        if (error != SocketError.Success)
        {
            FailUninterrupted(_transport.Describe(error));
        }
    }

    /// <summary>A method of its own, so that the closure is made only when it is needed.</summary>
    private void FailUninterrupted(string cause) => Uninterrupted(() => Fail(cause));

    private void OnReadEnd(IoResult result)
    {
        if (result.IsError)
        {
            FailUninterrupted(_transport.Describe(result.Error));
        }
        else
        {
            Uninterrupted(OnEndOfStream);
        }
    }

    private void OnEndOfStream()
    {
        _hasPeerEnded = true;
        switch (_state)
        {
            case ConnectionState.Open when _registration!.KeepOpenOnPeerClosed:
                TransitionTo(ConnectionState.PeerClosed);
                Handler!.Tell(Tcp.PeerClosed.Instance, this);
                break;
            case ConnectionState.Open:
                BeginClosing(Tcp.PeerClosed.Instance);
                break;
            case ConnectionState.Closing:
                DeliverHeldBack();
                Finish(Tcp.ConfirmedClosed.Instance);
                break;
            default:
                // Draining: the queue is still to be sent, and what ends it has been decided.
                break;
        }
    }

    private void DeliverHeldBack()
    {
        if (!_heldBack.IsEmpty)
        {
            _gate.Resume();
            Deliver(_heldBack);
        }
    }
}
