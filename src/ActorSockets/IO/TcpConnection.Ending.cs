using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;

namespace ActorSockets.IO;

/// <content>Ending: every way to it, each with its one event.</content>
internal sealed partial class TcpConnection
{
    // What ends a connection that is Draining or Closing.
    private Tcp.ConnectionClosed? _closeEvent;

    // Everybody who has asked to close: told the event, as the handler is.
    private List<IActorRef>? _closers;

    /// <summary>A close command in a state where nothing has begun to close.</summary>
    private void OnClose(Tcp.CloseCommand command, IActorRef sender)
    {
        AddCloser(sender);
        if (command is Tcp.Abort)
        {
            OnAbort();
        }
        else
        {
            BeginClosing(command.Event);
        }
    }

    /// <summary>The first reason to close wins, but a full close takes the place of a half one.</summary>
    private void OnCloseWhileDraining(Tcp.CloseCommand command, IActorRef sender)
    {
        AddCloser(sender);
        if (command is Tcp.Abort)
        {
            OnAbort();
        }
        else if (command is Tcp.Close && _closeEvent!.IsConfirmed)
        {
            _closeEvent = command.Event;
        }
    }

    private void OnCloseWhileClosing(Tcp.CloseCommand command, IActorRef sender)
    {
        AddCloser(sender);
        if (command is Tcp.Abort)
        {
            OnAbort();
        }
        else if (command is Tcp.Close)
        {
            Finish(command.Event);
        }
    }

    /// <summary>Nothing is flushed; the peer gets RST.</summary>
    private void OnAbort()
    {
        TransitionTo(ConnectionState.Closed);
        _transport.Abort();
        End(Tcp.Aborted.Instance, "the connection was aborted");
    }

    /// <summary>
    /// Sends what is queued now, not at the end of the turn: a handler that stops right after its close command would
    /// otherwise take the bytes with it.
    /// </summary>
    private void BeginClosing(Tcp.ConnectionClosed @event)
    {
        _closeEvent = @event;
        Deadline = null;
        TransitionTo(ConnectionState.Draining);
        FlushWrites();
    }

    /// <summary>Everything queued is the kernel's.</summary>
    private void FinishDraining()
    {
        if (!_closeEvent!.IsConfirmed || _hasPeerEnded)
        {
            Finish(_closeEvent);
            return;
        }

        var error = _transport.ShutdownSend();
        if (error != SocketError.Success)
        {
            Fail(error);
            return;
        }

        TransitionTo(ConnectionState.Closing);
        ReadSome();
    }

    /// <summary>An orderly end: the peer gets everything, and FIN.</summary>
    private void Finish(Tcp.ConnectionClosed @event)
    {
        TransitionTo(ConnectionState.Closed);
        if (_hasPeerEnded && !_transport.SendsEndItself)
        {
            _transport.Close();
        }
        else
        {
            var deadlines = _runtime.DeadlinesOf(_loop);
            LingeringClose.Begin(_transport, deadlines, _runtime.IoSettings.CloseLinger, _hasPeerEnded);
        }

        End(@event, "the connection was closed");
    }

    private void Fail(SocketError error) => Fail(_transport.Describe(error));

    /// <summary>The socket is of no more use: reset by the peer, or broken.</summary>
    private void Fail(string cause)
    {
        if (_state != ConnectionState.Closed)
        {
            TransitionTo(ConnectionState.Closed);
            _transport.Abort();
            End(new Tcp.ErrorClosed(cause), cause);
        }
    }

    /// <summary>Nobody registered, or it is told to stop: the peer gets RST, and nobody an event.</summary>
    private void Reset(IActorRef? dead = null)
    {
        if (_state != ConnectionState.Closed)
        {
            TransitionTo(ConnectionState.Closed);
            _transport.Abort();
            End(null, "the connection was reset", dead);
        }
    }

    /// <summary>
    /// The socket has been given back. Those whose writes are lost hear of it before the close event, which is the last
    /// that the handler gets.
    /// </summary>
    private void End(Tcp.ConnectionClosed? @event, string cause, IActorRef? dead = null)
    {
        Deadline = null;
        if (!_writes.IsEmpty)
        {
            _writes.FailAll(new InvalidOperationException($"Dropping write because {cause}"), dead);
        }

        if (@event is not null)
        {
            Announce(@event);
        }

        Terminate();
    }

    private void Announce(Tcp.ConnectionClosed @event)
    {
        var handler = Handler ?? _commander;
        handler.Tell(@event, this);
        foreach (var closer in _closers ?? [])
        {
            if (!IsSame(closer, handler))
            {
                closer.Tell(@event, this);
            }
        }
    }

    private void AddCloser(IActorRef closer)
    {
        if (_closers?.Exists(other => IsSame(other, closer)) != true)
        {
            (_closers ??= new List<IActorRef>(1)).Add(closer);
        }
    }

    /// <summary>Asked both ways: a test probe knows its actor, which does not know the probe.</summary>
    private static bool IsSame(IActorRef one, IActorRef other) => one.Equals(other) || other.Equals(one);
}
