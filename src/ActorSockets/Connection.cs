using System.Net;
using ActorSockets.Framing;
using ActorSockets.Server;
using Akka.Actor;
using Akka.IO;

namespace ActorSockets;

/// <summary>A connection to a peer, as its handler and other code see it. Any thread may use it.</summary>
/// <remarks>It outlives the handler's instances: a handler that restarts finds the same connection, with its unread and
/// unsent bytes.</remarks>
public sealed class Connection
{
    private OutboundAccount _unsent;
    private ConnectionSocket _socket = null!;
    private int _reason;
    private volatile string? _detail;
    private volatile IActorRef _handler = ActorRefs.Nobody;
    private int _isDrainTold;
    private int _gone;

    internal Connection(
        ConnectionTable table, string listener, ConnectionOptions options, EndPoint remote, EndPoint local)
    {
        Table = table;
        Listener = listener;
        Options = options;
        RemoteEndPoint = remote;
        LocalEndPoint = local;
        _unsent = new OutboundAccount(options.MaxUnsentBytes);
    }

    /// <summary>Names the connection, in all processes. It is the name of the handler's actor, too.</summary>
    public ConnectionId Id { get; } = ConnectionId.Next();

    /// <summary>The peer's address.</summary>
    public EndPoint RemoteEndPoint { get; }

    /// <summary>The address on this side.</summary>
    public EndPoint LocalEndPoint { get; }

    /// <summary>The name of the listener that accepted the connection; empty when this side has connected.</summary>
    public string Listener { get; }

    /// <summary>What TLS has agreed with the peer, its certificate included; null for a connection without
    /// TLS.</summary>
    public TlsSession? Tls { get; internal init; }

    /// <summary>The actor that handles the connection; in its constructor still nobody.</summary>
    public IActorRef Handler
    {
        get => _handler;
        internal set => _handler = value;
    }

    /// <summary>Why the connection has ended or is ending; null while it is open.</summary>
    public CloseReason? CloseReason => Volatile.Read(ref _reason) is > 0 and var reason ? (CloseReason)reason : null;

    /// <summary>Whether the handler itself has ended the connection: it has no use for frames that came before it did.
    /// </summary>
    internal bool IsClosedByHandler => CloseReason is ActorSockets.CloseReason.ClosedByHandler
        or ActorSockets.CloseReason.AbortedByHandler or ActorSockets.CloseReason.Drained;

    /// <summary>Whether both the socket and the handler live.</summary>
    internal bool IsThere => Volatile.Read(ref _gone) == 0;

    internal ConnectionTable Table { get; }

    internal ConnectionOptions Options { get; }

    internal Framer Framer => Options.Framer;

    /// <summary>Sends a message to the peer, behind what was sent before. On a connection that is closing it does
    /// nothing.</summary>
    /// <param name="message">What the listener's framer can encode: text or bytes.</param>
    /// <exception cref="ArgumentException">The framer cannot encode it.</exception>
    public void Send(object message)
    {
        if (CloseReason is null)
            Write(Framer.Encode(message));
    }

    /// <summary>Ends the connection when all that was sent before is with the peer's system, or
    /// <see cref="ConnectionOptions.CloseTimeout"/> is over. Frames that the handler has not seen are dropped; it gets
    /// <see cref="ConnectionClosed"/> in the end. Without effect on a connection that is closing.</summary>
    public void Close() =>
        CloseFor(Table.IsDraining ? ActorSockets.CloseReason.Drained : ActorSockets.CloseReason.ClosedByHandler);

    /// <summary>Ends the connection at once: what is not sent yet is dropped, and the peer sees a reset. Frames that
    /// the handler has not seen are dropped; it gets <see cref="ConnectionClosed"/>.</summary>
    public void Abort() => AbortFor(ActorSockets.CloseReason.AbortedByHandler);

    /// <summary>The id, and the peer's address.</summary>
    public override string ToString() => $"{Id} ({RemoteEndPoint})";

    /// <summary>Joins the two sides: before anything can be received.</summary>
    internal void Attach(ConnectionSocket socket) => _socket = socket;

    /// <summary>Closes in order; output goes out first.</summary>
    internal void CloseFor(CloseReason reason, string? detail = null)
    {
        if (TryEnd(reason, detail))
            _socket.Close();
    }

    /// <summary>Resets the connection, also one that is closing.</summary>
    internal void AbortFor(CloseReason reason, string? detail = null)
    {
        TryEnd(reason, detail);
        _socket.Abort();
    }

    /// <summary>Records why the connection ends. The first reason wins.</summary>
    internal bool TryEnd(CloseReason reason, string? detail = null)
    {
        if (Interlocked.CompareExchange(ref _reason, (int)reason, 0) != 0)
            return false;
        _detail = detail;
        return true;
    }

    /// <summary>Sends bytes that are encoded already.</summary>
    internal void Write(ByteString bytes)
    {
        if (CloseReason is not null || bytes.IsEmpty)
            return;
        if (_unsent.TryAdd(bytes.Count, out var ack))
            _socket.Write(ack is null ? Tcp.Write.Create(bytes) : Tcp.Write.Create(bytes, ack));
        else
            AbortFor(ActorSockets.CloseReason.PeerTooSlow, $"More than {Options.MaxUnsentBytes} bytes wait for it.");
    }

    internal void OnSent(SentSoFar sent) => _unsent.Sent(sent);

    internal void ReturnCredit(int bytes) => _socket.ReturnCredit(bytes);

    internal void OnHandlerStarted(IActorRef handler)
    {
        // On another thread than its supervisor, it may be the first to say so.
        Handler = handler;
        Table.Add(this);
        // A drain that began before found the table without it.
        if (Table.Deadline is { } deadline)
            TellDraining(deadline);
    }

    internal void OnHandlerStopping() => CloseFor(ActorSockets.CloseReason.HandlerStopped);

    internal void TellDraining(DateTimeOffset deadline)
    {
        if (Interlocked.Exchange(ref _isDrainTold, 1) == 0)
            _handler.Tell(new DrainNotice(new Draining(deadline)), _socket);
    }

    /// <summary>The socket, or the handler, is no more. The second of the two ends the connection.</summary>
    internal void OnSideGone()
    {
        if (Interlocked.Increment(ref _gone) < 2)
            return;
        Table.Remove(this);
        Table.Leave((CloseReason)_reason);
    }

    internal ConnectionClosed Closed() => new((CloseReason)_reason, _detail);
}
