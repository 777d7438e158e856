using System.Net.Sockets;
using ActorSockets.IO.Encryption;
using ActorSockets.IO.Engine;
using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace ActorSockets.IO;

/// <summary>One bound socket: accepts, and deals what it accepts out to the loops in turn.</summary>
/// <remarks>
/// In name a child of the manager; watches the bind handler, whose death closes the port. The connections that it
/// accepted do not depend on it.
/// <code>
/// state      message or event                next
/// Starting   bound                           Listening (Bound to the commander)
///            failed                          ended (CommandFailed to the commander)
/// Listening  ResumeAccepting(n)              -
///            Unbind                          ended (Unbound to the sender)
///            handler dies, stop              ended
///            accept fails, out of resources  - (tries again after a while)
///            accept fails, socket unusable   ended
/// </code>
/// </remarks>
internal sealed class TcpListener : LoopActorRef, IAcceptorOwner, IExpiring
{
    private readonly TcpRuntime _runtime;
    private readonly IoLoop _loop;
    private readonly Tcp.Bind _bind;
    private readonly IActorRef _commander;
    private readonly LoopAction _acceptMore;
    private Inet.SocketOption[] _options;
    private TlsAcceptance? _tls;
    private Acceptor? _acceptor;

    // What may still be accepted in pull mode.
    private int _allowance;
    private bool _hasSaidBackingOff;

    public TcpListener(TcpRuntime runtime, IoLoop loop, Tcp.Bind bind, IActorRef commander)
        : base(runtime.System, runtime.Manager, loop)
    {
        _runtime = runtime;
        _loop = loop;
        _bind = bind;
        _commander = commander;
        _options = bind.Options?.ToArray() ?? [];
        _allowance = bind.PullMode ? 0 : int.MaxValue;
        _acceptMore = new LoopAction(AcceptSome);
    }

    /// <summary>While it is set accepting rests: descriptors or memory are short.</summary>
    public DateTimeOffset? Deadline { get; private set; }

    protected override string Kind => "listener";

    /// <summary>Binds, on the loop's thread.</summary>
    public void Begin() => Uninterrupted(BeginUninterrupted);

    /// <summary>A handler that is dead already answers the watch at once: that is looked at after this.</summary>
    private void BeginUninterrupted()
    {
        try
        {
            ClaimTls();
            _acceptor = Sockets.Listen(_loop, _bind, _options, this);
            Watch(_bind.Handler);
            _commander.Tell(new Tcp.Bound(_acceptor.LocalEndPoint), this);
        }
        catch (Exception e)
        {
            // Whatever it is (the address is taken, not ours, not allowed; a hook has thrown), it is the commander's.
            Log.Error(e, "Bind failed for TCP channel on endpoint [{0}]", _bind.LocalAddress);
            _commander.Tell(new Tcp.CommandFailed(_bind).WithCause(e), this);
            End();
            return;
        }

        AcceptSome();
    }

    void IAcceptorOwner.OnAcceptable() => AcceptSome();

    void IAcceptorOwner.OnEngineStopping() => End();

    void IExpiring.OnDeadline()
    {
        Deadline = null;
        AcceptSome();
    }

    protected override void OnMessage(object message, IActorRef sender)
    {
        switch (message)
        {
            case Tcp.ResumeAccepting resume:
                OnResumeAccepting(resume);
                break;
            case Tcp.Unbind:
                // The port is free before the answer says so.
                _acceptor?.Close();
                sender.Tell(Tcp.Unbound.Instance, this);
                End();
                break;
            default:
                Unhandled(message, sender);
                break;
        }
    }

    protected override void OnTerminated(IActorRef actor) => End();

    protected override void OnStop() => End();

    private void ClaimTls()
    {
        if (TlsOption.Claim<TlsServerOption>(ref _options) is { } option)
        {
            _tls = new TlsAcceptance(_runtime, _bind, option, _options);
        }
    }

    private void OnResumeAccepting(Tcp.ResumeAccepting resume)
    {
        if (_bind.PullMode)
        {
            _allowance = resume.BatchSize;
            AcceptSome();
        }
    }

    /// <summary>A batch; then the connections that are there already get their turn.</summary>
    private void AcceptSome()
    {
        var limit = Math.Max(1, _runtime.Settings.BatchAcceptLimit);
        for (var n = 0; _allowance > 0 && Deadline is null && !IsTerminated; n++)
        {
            if (n == limit)
            {
                _loop.Schedule(_acceptMore);
                return;
            }

            var error = _acceptor!.TryAccept(out var accepted);
            if (error == SocketError.WouldBlock)
            {
                _hasSaidBackingOff = false;
                return;
            }

            OnAcceptEnded(error, accepted);
        }
    }

    private void OnAcceptEnded(SocketError error, AcceptedSocket accepted)
    {
        if (error == SocketError.Success)
        {
            OnAccepted(accepted);
        }
        else
        {
            OnAcceptFailed(error);
        }
    }

    private void OnAccepted(AcceptedSocket accepted)
    {
        if (_bind.PullMode)
        {
            _allowance--;
        }

        var loop = _runtime.NextLoop();
        loop.Schedule(new LoopAction(() => StartConnection(loop, accepted), accepted.Dispose));
    }

    /// <summary>On the connection's loop, which may be another than the listener's.</summary>
    private void StartConnection(IoLoop loop, AcceptedSocket accepted)
    {
        try
        {
            var transport = loop.Adopt(accepted);
            if (_tls is null)
            {
                new TcpConnection(_runtime, loop, _bind.Handler, _bind.PullMode).Begin(transport, _options);
            }
            else
            {
                _tls.Begin(transport);
            }
        }
        catch (Exception e)
        {
            // The peer has reset it already, an option does not work on it, or the system is short of something: this
            // one is closed, and the next may be fine.
            _runtime.Log.Warning(e, "Could not set up the connection from [{0}]: {1}", accepted.Remote, e.Message);
        }
    }

    private void OnAcceptFailed(SocketError error)
    {
        switch (SocketErrors.OfAccept(error))
        {
            case AcceptFailure.Retry:
                break;
            case AcceptFailure.BackOff:
                BackOff(error);
                break;
            default:
                Log.Error("Accepting on [{0}] failed: {1}", _bind.LocalAddress, SocketErrors.Describe(error));
                End();
                break;
        }
    }

    /// <summary>
    /// Said once for each shortage, which is over when nobody waits any more: while it lasts each descriptor that comes
    /// back lets one more in.
    /// </summary>
    private void BackOff(SocketError error)
    {
        var backoff = _runtime.IoSettings.AcceptBackoff;
        if (!_hasSaidBackingOff)
        {
            _hasSaidBackingOff = true;
            Log.Warning(
                "Accepting on [{0}] pauses, and is tried again every {1}: {2}",
                _bind.LocalAddress,
                backoff,
                SocketErrors.Describe(error));
        }

        var deadlines = _runtime.DeadlinesOf(_loop);
        Deadline = deadlines.Now + backoff;
        deadlines.Add(this);
    }

    private void End()
    {
        _acceptor?.Close();
        _tls?.Close();
        Terminate();
    }
}
