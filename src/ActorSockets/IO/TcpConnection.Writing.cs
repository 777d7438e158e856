using System.Net.Sockets;
using ActorSockets.IO.Engine;
using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace ActorSockets.IO;

/// <content>Writing: queued within a bound, sent together at the end of the loop's turn.</content>
internal sealed partial class TcpConnection
{
    private bool _isFlushRequested;

    // From the first refused write on, when the registration asks for it, until ResumeWriting.
    private bool _isWritingSuspended;

    // Who has asked to resume while output was pending; told when it has drained.
    private IActorRef? _resumer;

    private long Limit => _runtime.Settings.WriteCommandsQueueMaxSize;

    private bool IsBounded => Limit >= 0;

    void ITransportOwner.OnWritable() => FlushWrites();

    void IFlushable.Flush()
    {
        _isFlushRequested = false;
        FlushWrites();
    }

    private void OnWrite(Tcp.WriteCommand write, IActorRef sender)
    {
        if (!TryMeasure(write, out var bytes))
        {
            Refuse(write, sender, "it is of a kind that this connection does not know");
        }
        else if (_isWritingSuspended)
        {
            Refuse(write, sender, "writing is suspended");
        }
        else if (IsBounded && !_writes.IsEmpty && _writes.WaitingBytes + bytes > Limit)
        {
            _isWritingSuspended = _registration!.UseResumeWriting;
            Refuse(write, sender, "queue is full");
        }
        else
        {
            _writes.Add(write, sender);
            RequestFlush();
        }
    }

    /// <summary>Nothing is sent before Register, so here everything counts as waiting.</summary>
    private void OnEarlyWrite(Tcp.WriteCommand write, IActorRef sender)
    {
        if (!TryMeasure(write, out var bytes) || (IsBounded && _writes.Bytes + bytes > Limit))
        {
            Refuse(write, sender, "queue is full");
            return;
        }

        _writes.Add(write, sender);
        Log.Warning(
            "Received Write command before Register command. It will be buffered until Register will be received "
            + "(buffered write size is {0} bytes)",
            bytes);
    }

    private void OnResumeWriting(IActorRef sender)
    {
        _isWritingSuspended = false;
        if (_writes.IsEmpty)
        {
            sender.Tell(Tcp.WritingResumed.Instance, this);
        }
        else if (_resumer is null)
        {
            _resumer = sender;
        }
        else
        {
            sender.Tell(new Tcp.CommandFailed(Tcp.ResumeWriting.Instance), this);
        }
    }

    private void Refuse(Tcp.WriteCommand write, IActorRef sender, string why) =>
        sender.Tell(
            new Tcp.CommandFailed(write).WithCause(new InvalidOperationException($"Dropping write because {why}")),
            this);

    /// <summary>A write that was refused by the kernel is tried again when it says so, and others behind it.</summary>
    private void RequestFlush()
    {
        if (!_isFlushRequested && !_writes.IsEmpty && !_transport.IsWriteBlocked)
        {
            _isFlushRequested = true;
            _loop.FlushAtEndOfTurn(this);
        }
    }

    private void FlushWrites()
    {
        if (_state is ConnectionState.Closed or ConnectionState.AwaitingHandler)
        {
            return;
        }

        var wasBusy = IsBusy;
        IsBusy = true;
        try
        {
            var error = _writes.Flush(_transport);
            if (error != SocketError.Success)
            {
                Fail(error);
            }
            else if (_writes.IsEmpty)
            {
                OnAllWritten();
            }
        }
        finally
        {
            IsBusy = wasBusy;
        }
    }

    private void OnAllWritten()
    {
        if (_resumer is { } resumer)
        {
            _resumer = null;
            resumer.Tell(Tcp.WritingResumed.Instance, this);
        }

        if (_state == ConnectionState.Draining)
        {
            FinishDraining();
        }
    }

    /// <summary>A kind of write that is not known has bytes that nobody could send: false.</summary>
    private static bool TryMeasure(Tcp.WriteCommand command, out long bytes)
    {
        if (command is Tcp.Write write)
        {
            bytes = write.Data.Count;
            return true;
        }

        bytes = 0;
        if (command is not Tcp.CompoundWrite compound)
        {
            return false;
        }

        foreach (var part in compound)
        {
            if (part is not Tcp.Write simple)
            {
                return false;
            }

            bytes += simple.Data.Count;
        }

        return true;
    }
}
