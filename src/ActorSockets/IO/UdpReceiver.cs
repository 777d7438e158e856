using System.Net;
using ActorSockets.IO.Engine;
using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace ActorSockets.IO;

/// <summary>
/// The socket side of UDP where it receives: a batch at a time, while the handler wants it. What has been read and is
/// not wanted any more is kept; what has not been read, the kernel keeps.
/// </summary>
internal abstract class UdpReceiver(UdpRuntime runtime, IoLoop loop, IActorRef handler) : UdpSocket(runtime, loop)
{
    // Read, and not delivered yet: at most one batch.
    private readonly Queue<object> _arrived = new();
    private LoopAction? _readAgain;
    private bool _isReadScheduled;
    private bool _isSuspended;
    private bool _hasWarned;

    private bool MayRead => !_isSuspended && !IsTerminated && Datagrams!.IsReadReady;

    public override void OnReadable()
    {
        // What is scheduled comes behind the handler's turn for the batch before: it sets the pace.
        if (!_isReadScheduled)
        {
            ReadSome();
        }
    }

    /// <summary>The message that tells the handler of a datagram.</summary>
    protected abstract object Received(ByteString data, IPEndPoint? sender);

    /// <summary>Resuming or suspending what is gone is nothing that anybody need know of.</summary>
    protected override bool IsIgnoredWhenDead(object message) => base.IsIgnoredWhenDead(message) || message is
        Udp.SuspendReading or Udp.ResumeReading or UdpConnected.SuspendReading or UdpConnected.ResumeReading;

    protected void OnSuspendReading() => _isSuspended = true;

    /// <summary>By way of the queue: a handler may suspend and resume with each datagram.</summary>
    protected void OnResumeReading()
    {
        _isSuspended = false;
        ScheduleRead();
    }

    /// <summary>One batch; then the handler that is on this thread, and others, get their turn.</summary>
    private void ReadSome()
    {
        Deliver();
        if (MayRead)
        {
            Datagrams!.Receive();
            TakeIn(Datagrams.Buffers);
            Deliver();
        }

        if (MayRead)
        {
            ScheduleRead();
        }
    }

    private void ScheduleRead()
    {
        if (!_isReadScheduled)
        {
            _isReadScheduled = true;
            Loop.Schedule(_readAgain ??= new LoopAction(ReadAgain));
        }
    }

    private void ReadAgain()
    {
        _isReadScheduled = false;
        ReadSome();
    }

    /// <summary>Everything leaves the buffers before anybody hears of it, as the answer may need them.</summary>
    private void TakeIn(DatagramBuffers buffers)
    {
        if (Runtime.IsTracing)
        {
            Log.Debug("Received {0} datagrams", buffers.InCount);
        }

        for (var i = 0; i < buffers.InCount; i++)
        {
            if (buffers.IsTooLong(i))
            {
                WarnTooLong(buffers.SenderOf(i), buffers.MaxBytes);
            }
            else
            {
                _arrived.Enqueue(Received(buffers.CopyOut(i), buffers.SenderOf(i)));
            }
        }
    }

    /// <summary>The handler may answer on the spot, by suspending or closing for one: looked at for each.</summary>
    private void Deliver()
    {
        while (!_isSuspended && !IsTerminated && _arrived.TryDequeue(out var received))
        {
            handler.Tell(received, this);
        }
    }

    private void WarnTooLong(IPEndPoint? sender, int maxBytes)
    {
        if (!_hasWarned)
        {
            _hasWarned = true;
            Log.Warning(
                "Dropped a datagram of {0} that is longer than {1} bytes (actorsockets.io.udp.max-datagram-bytes); "
                + "more of them will be dropped without a word",
                sender,
                maxBytes);
        }
    }
}
