using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace ActorSockets.IO.Engine;

/// <summary>A listening socket in an <see cref="EpollLoop"/>. The <see cref="Socket"/> owns the descriptor.</summary>
internal sealed unsafe class EpollAcceptor(EpollLoop loop, Socket socket, IAcceptorOwner owner) : Acceptor, IEpollSource
{
    private readonly bool _isOneAddress = IsOneAddress(socket.LocalEndPoint!);
    private bool _isClosed;

    public override EndPoint LocalEndPoint { get; } = socket.LocalEndPoint!;

    public int Descriptor { get; } = (int)socket.SafeHandle.DangerousGetHandle();

    public ulong Key { get; set; }

    public override SocketError TryAccept(out AcceptedSocket accepted)
    {
        accepted = default;
        var address = stackalloc byte[NativeAddress.MaxLength];
        var length = NativeAddress.MaxLength;
        var descriptor = Libc.Accept(Descriptor, address, &length, Libc.NonBlocking | Libc.CloseOnExec);
        if (descriptor < 0)
        {
            return Errno.ToSocketError(Marshal.GetLastPInvokeError());
        }

        var remote = NativeAddress.Read(new ReadOnlySpan<byte>(address, Math.Min(length, NativeAddress.MaxLength)));
        // Bound to one address, every connection has it: a system call saved.
        var local = _isOneAddress ? LocalEndPoint : NativeAddress.LocalOf(descriptor);
        accepted = new AcceptedSocket(descriptor, null, local, remote);
        return SocketError.Success;
    }

    public override void Close()
    {
        if (!_isClosed)
        {
            _isClosed = true;
            loop.Remove(this);
            socket.Dispose();
        }
    }

    public void OnEvents(uint events) => owner.OnAcceptable();

    public void OnEngineStopping()
    {
        owner.OnEngineStopping();
        Close();
    }

    private static bool IsOneAddress(EndPoint local) => local is not IPEndPoint ip
        || (!ip.Address.Equals(IPAddress.Any) && !ip.Address.Equals(IPAddress.IPv6Any));
}
