using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ActorSockets.IO.Engine;

/// <summary>
/// The loop on epoll(7). Every stream is registered once, edge-triggered for all of reading, writing and hanging up: no
/// system call when an owner suspends or resumes.
/// </summary>
internal sealed unsafe class EpollLoop : IoLoop
{
    private const int MaxEvents = 256;

    /// <summary>
    /// After so many callbacks their actors run: late enough to gather, early enough to be in the cache.
    /// </summary>
    private const int EventsBetweenRuns = 8;
    private const ulong WakeKey = ulong.MaxValue;

    // struct epoll_event is packed on x86 only (sys/epoll.h): 32 bits of flags, then 64 bits of ours.
    private static readonly int DataOffset =
        RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.X86 ? 4 : 8;
    private static readonly int EventSize = DataOffset + sizeof(ulong);

    private readonly byte[] _events = GC.AllocateUninitializedArray<byte>(MaxEvents * EventSize, pinned: true);
    private readonly int _epoll;
    private readonly SafeFileHandle _wake;
    private MessageHeaders? _headers;

    // How far the callbacks of the last wait have come. In fields, for whoever takes the loop over.
    private int _eventCount;
    private int _nextEvent;

    public EpollLoop(int index, string dispatcherId, int bufferBytes, Action<Exception> onError)
        : base(index, dispatcherId, bufferBytes, onError)
    {
        _epoll = Checked(Libc.EpollCreate(Libc.CloseOnExec));
        var wake = Checked(Libc.EventDescriptor(0, Libc.EventDescriptorFlags));
        _wake = new SafeFileHandle(wake, ownsHandle: true);
        Control(Libc.EpollAdd, wake, Libc.EpollIn | Libc.EpollEdgeTriggered, WakeKey);
    }

    public static bool IsSupported => OperatingSystem.IsLinux()
        && RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64;

    public override Acceptor Listen(Socket socket, IAcceptorOwner owner)
    {
        var acceptor = new EpollAcceptor(this, socket, owner);
        Register(acceptor);
        return acceptor;
    }

    protected override Transport AdoptSocket(AcceptedSocket accepted) =>
        new EpollTransport(this, accepted.Descriptor, accepted.Local, accepted.Remote);

    public override ConnectAttempt Connect(Socket socket, EndPoint remote, IConnectOwner owner) =>
        EpollConnectAttempt.Start(this, socket, remote, owner);

    public override DatagramSocket Open(
        Socket socket, IDatagramOwner owner, DatagramBuffers buffers, bool receives) =>
        new EpollDatagramSocket(this, socket, owner, buffers, receives);

    /// <summary>The headers over this loop's datagram buffers.</summary>
    public MessageHeaders HeadersFor(DatagramBuffers buffers) => _headers ??= new MessageHeaders(buffers);

    public void Register(IEpollSource source) =>
        Register(source, Libc.EpollIn | Libc.EpollOut | Libc.EpollPeerHangUp);

    /// <summary>For a source that does not want to be told of everything.</summary>
    public void Register(IEpollSource source, uint interest)
    {
        Add(source);
        try
        {
            Control(Libc.EpollAdd, source.Descriptor, interest | Libc.EpollEdgeTriggered, source.Key);
        }
        catch (SocketException)
        {
            // The system is short of memory, or of what fs.epoll.max_user_watches allows.
            Remove(source);
            throw;
        }
    }

    /// <summary>Another interest; what is true of it already makes an edge.</summary>
    public void Change(IEpollSource source, uint interest) =>
        Control(Libc.EpollModify, source.Descriptor, interest | Libc.EpollEdgeTriggered, source.Key);

    /// <summary>
    /// Takes a source out whose descriptor stays open. The others only <see cref="IoLoop.Remove"/> themselves: closing
    /// a descriptor takes it out of the epoll set (epoll(7), Q6), and should a child process hold a duplicate for a
    /// moment, its events find nothing under the key, because keys are never used twice.
    /// </summary>
    public void Unregister(IEpollSource source)
    {
        Remove(source);
        Control(Libc.EpollDelete, source.Descriptor, 0, source.Key);
    }

    protected override void Wait(bool mayWait)
    {
        if (_nextEvent >= _eventCount)
        {
            fixed (byte* events = _events)
            {
                _eventCount = Libc.EpollWait(_epoll, events, MaxEvents, mayWait ? -1 : 0);
                _nextEvent = 0;
            }
        }
    }

    protected override bool Dispatch(Tenure tenure)
    {
        while (_nextEvent < _eventCount)
        {
            var index = _nextEvent++;
            fixed (byte* events = _events)
            {
                Dispatch(events + index * EventSize);
            }

            if (index % EventsBetweenRuns == EventsBetweenRuns - 1 && !RunAndFlush(tenure))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// An edge-triggered eventfd makes an edge with every write and need not be read: it cannot overflow soon.
    /// </summary>
    protected override void Wake()
    {
        var one = 1UL;
        try
        {
            _ = Libc.Write(_wake, &one, sizeof(ulong));
        }
        catch (ObjectDisposedException)
        {
            // The loop has ended: there is nobody to wake.
        }
    }

    /// <summary>
    /// A thread that lost the race against the end may be waking the loop: the handle's count of users keeps the
    /// descriptor, so that no other file is under its number then.
    /// </summary>
    protected override void Release()
    {
        _wake.Dispose();
        _ = Libc.Close(_epoll);
    }

    private static int Checked(int result) => result >= 0
        ? result
        : throw new SocketException((int)Errno.ToSocketError(Marshal.GetLastPInvokeError()));

    private void Dispatch(byte* @event)
    {
        var key = Read<ulong>(@event + DataOffset);
        // Not found: the wake-up, or a source that was closed earlier in this batch.
        if (!TryFind(key, out var resident))
        {
            return;
        }

        try
        {
            ((IEpollSource)resident).OnEvents(Read<uint>(@event));
        }
        catch (Exception e)
        {
            Report(e);
        }
    }

    private static T Read<T>(byte* from)
        where T : unmanaged => System.Runtime.CompilerServices.Unsafe.ReadUnaligned<T>(from);

    private void Control(int operation, int descriptor, uint flags, ulong key)
    {
        var @event = stackalloc byte[16];
        System.Runtime.CompilerServices.Unsafe.WriteUnaligned(@event, flags);
        System.Runtime.CompilerServices.Unsafe.WriteUnaligned(@event + DataOffset, key);
        Checked(Libc.EpollControl(_epoll, operation, descriptor, @event));
    }
}
