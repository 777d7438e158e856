using System.Net.Sockets;
using ActorSockets.IO.Engine;
using Akka.IO;

namespace ActorSockets;

/// <summary>Socket options that Akka.IO has on the JVM and not on .NET, and some that Linux has: for the options of
/// <see cref="Tcp.Bind"/>, where they hold for each connection that is accepted, and of <see cref="Tcp.Connect"/>. One
/// that the platform lacks throws <see cref="PlatformNotSupportedException"/> when it is created. Those of TCP do
/// nothing to a Unix socket.</summary>
public static class SocketOptions
{
    /// <summary>When an option is set.</summary>
    public enum Stage
    {
        /// <summary>On a listener's or a UDP socket, before it is bound. On Linux most options are handed on to what a
        /// listener accepts.</summary>
        BeforeBind,

        /// <summary>On a client's socket, before it connects.</summary>
        BeforeConnect,

        /// <summary>On each connection, accepted or made, before anybody hears of it.</summary>
        AfterConnect,
    }

    /// <summary>Throws unless the platform has an option.</summary>
    internal static void Require(bool isSupported, string option)
    {
        if (!isSupported)
            throw new PlatformNotSupportedException($"This platform has no {option}.");
    }

    private static void RequireTime(TimeSpan time, string parameter) =>
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, TimeSpan.Zero, parameter);

    private static void SetInt(Socket socket, int level, int name, int value) =>
        socket.SetRawSocketOption(level, name, BitConverter.GetBytes(value));

    private static bool IsTcp(Socket socket) => socket.AddressFamily != AddressFamily.Unix;

    /// <summary>SO_KEEPALIVE: asks a silent peer whether it is still there, and ends the connection with an error when
    /// nothing comes back. Off by default.</summary>
    public sealed class KeepAlive : Inet.SocketOption
    {
        private readonly bool _on;
        private readonly (int Idle, int Interval, int Count)? _times;

        /// <summary>With the system's times: on Linux the first question after 2 hours, then every 75 s, 9 of them.
        /// </summary>
        /// <param name="on">Whether to ask.</param>
        public KeepAlive(bool on) => _on = on;

        /// <summary>With times of its own; the system counts whole seconds, and parts of one are rounded up.</summary>
        /// <param name="idle">How long the peer is silent before it is asked.</param>
        /// <param name="interval">How long until it is asked again.</param>
        /// <param name="count">After how many questions without an answer the connection ends. At least 1.</param>
        /// <exception cref="ArgumentOutOfRangeException">A time is not above zero, or the count not at least 1.
        /// </exception>
        public KeepAlive(TimeSpan idle, TimeSpan interval, int count)
        {
            RequireTime(idle, nameof(idle));
            RequireTime(interval, nameof(interval));
            ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
            _on = true;
            _times = (Seconds(idle), Seconds(interval), count);
        }

        /// <inheritdoc/>
        public override void AfterConnect(Socket s)
        {
            if (!IsTcp(s))
                return;

            s.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, _on);
            if (_times is var (idle, interval, count))
            {
                s.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, idle);
                s.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, interval);
                s.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, count);
            }
        }

        private static int Seconds(TimeSpan time) => (int)Math.Ceiling(time.TotalSeconds);
    }

    /// <summary>TCP_NODELAY: whether small writes are sent at once. On by default; off, the system may hold a small
    /// write back until the peer has confirmed the one before.</summary>
    /// <param name="on">Whether they are.</param>
    public sealed class NoDelay(bool on) : Inet.SocketOption
    {
        /// <inheritdoc/>
        public override void AfterConnect(Socket s)
        {
            if (IsTcp(s))
                s.NoDelay = on;
        }
    }

    /// <summary>SO_LINGER: what becomes of unsent bytes when a socket is closed. By default the system goes on sending
    /// them in the background. With zero it resets the connection instead: every close is then an abort to the peer.
    /// With a time, closing waits so long for them to be sent, which holds up the I/O thread: the managers' own
    /// <c>actorsockets.io.close-linger</c> does not.</summary>
    /// <param name="time">How long closing waits, in whole seconds rounded up; null for the default.</param>
    public sealed class Linger(TimeSpan? time) : Inet.SocketOption
    {
        /// <inheritdoc/>
        public override void AfterConnect(Socket s) =>
            s.LingerState = new LingerOption(time is not null, (int)Math.Ceiling((time ?? TimeSpan.Zero).TotalSeconds));
    }

    /// <summary>TCP_USER_TIMEOUT: how long sent bytes may go without the peer's confirmation before the connection ends
    /// with an error. By default the system decides, after some 15 minutes. Linux only.</summary>
    public sealed class UserTimeout : Inet.SocketOption
    {
        private const int Name = 18;
        private readonly int _milliseconds;

        /// <summary>Creates the option.</summary>
        /// <param name="time">How long, in whole milliseconds.</param>
        /// <exception cref="ArgumentOutOfRangeException">The time is not above zero.</exception>
        public UserTimeout(TimeSpan time)
        {
            Require(OperatingSystem.IsLinux(), "TCP_USER_TIMEOUT");
            RequireTime(time, nameof(time));
            _milliseconds = (int)Math.Ceiling(time.TotalMilliseconds);
        }

        /// <inheritdoc/>
        public override void BeforeConnect(Socket s) => AfterConnect(s);

        /// <inheritdoc/>
        public override void AfterConnect(Socket s)
        {
            if (IsTcp(s))
                SetInt(s, (int)SocketOptionLevel.Tcp, Name, _milliseconds);
        }
    }

    /// <summary>TCP_QUICKACK: whether what arrives is confirmed at once, and not together with an answer. The system
    /// may go back to its own ways later (tcp(7)). Linux only.</summary>
    public sealed class QuickAck : Inet.SocketOption
    {
        private const int Name = 12;
        private readonly bool _on;

        /// <summary>Creates the option.</summary>
        /// <param name="on">Whether it is.</param>
        public QuickAck(bool on)
        {
            Require(OperatingSystem.IsLinux(), "TCP_QUICKACK");
            _on = on;
        }

        /// <inheritdoc/>
        public override void AfterConnect(Socket s)
        {
            if (IsTcp(s))
                SetInt(s, (int)SocketOptionLevel.Tcp, Name, _on ? 1 : 0);
        }
    }

    /// <summary>SO_REUSEPORT: several sockets of one user may be bound to one port, and the system deals connections or
    /// datagrams out to them. Off by default. Not on Windows.</summary>
    public sealed class ReusePort : Inet.SocketOption
    {
        private readonly bool _on;

        /// <summary>Creates the option.</summary>
        /// <param name="on">Whether they may.</param>
        public ReusePort(bool on)
        {
            Require(!OperatingSystem.IsWindows(), "SO_REUSEPORT");
            _on = on;
        }

        // SOL_SOCKET and SO_REUSEPORT: Linux counts anew, the others have BSD's numbers.
        private static (int Level, int Name) Number => OperatingSystem.IsLinux() ? (1, 15) : (0xFFFF, 0x200);

        /// <inheritdoc/>
        public override void BeforeServerSocketBind(Socket ss) => Set(ss);

        /// <inheritdoc/>
        public override void BeforeDatagramBind(Socket ds) => Set(ds);

        /// <inheritdoc/>
        public override void BeforeConnect(Socket s) => Set(s);

        private void Set(Socket socket)
        {
            if (IsTcp(socket))
                SetInt(socket, Number.Level, Number.Name, _on ? 1 : 0);
        }
    }

    /// <summary>Who may connect to a listening Unix socket: the right to write to its file. By default its owner alone,
    /// <c>rw-------</c>; whether others get there at all is up to the folder. Nothing to other sockets, nor to an
    /// abstract name, which everybody may connect to. Not on Windows.</summary>
    public sealed class UnixMode : Inet.SocketOptionV2
    {
        private readonly UnixFileMode _mode;

        /// <summary>Creates the option.</summary>
        /// <param name="mode">The mode of the file.</param>
        public UnixMode(UnixFileMode mode)
        {
            Require(!OperatingSystem.IsWindows(), "file mode for Unix sockets");
            _mode = mode;
        }

        /// <inheritdoc/>
        public override void AfterBind(Socket s)
        {
            if (!OperatingSystem.IsWindows() && s.LocalEndPoint is UnixDomainSocketEndPoint unix
                && !UnixPath.IsAbstract(unix))
                File.SetUnixFileMode(unix.ToString(), _mode);
        }
    }

    /// <summary>Any option, by the numbers and the bytes that the system's setsockopt takes.</summary>
    public sealed class Raw : Inet.SocketOption
    {
        private readonly int _level;
        private readonly int _name;
        private readonly byte[] _value;
        private readonly Stage _stage;

        /// <summary>Creates the option.</summary>
        /// <param name="level">The protocol, such as 6 for TCP.</param>
        /// <param name="name">The option's number.</param>
        /// <param name="value">Its value, as the system lays it out in memory; copied.</param>
        /// <param name="stage">When it is set. Default: on each connection.</param>
        public Raw(int level, int name, ReadOnlySpan<byte> value, Stage stage = Stage.AfterConnect)
        {
            _level = level;
            _name = name;
            _value = value.ToArray();
            _stage = stage;
        }

        /// <inheritdoc/>
        public override void BeforeServerSocketBind(Socket ss) => Set(ss, Stage.BeforeBind);

        /// <inheritdoc/>
        public override void BeforeDatagramBind(Socket ds) => Set(ds, Stage.BeforeBind);

        /// <inheritdoc/>
        public override void BeforeConnect(Socket s) => Set(s, Stage.BeforeConnect);

        /// <inheritdoc/>
        public override void AfterConnect(Socket s) => Set(s, Stage.AfterConnect);

        private void Set(Socket socket, Stage stage)
        {
            if (stage == _stage)
                socket.SetRawSocketOption(_level, _name, _value);
        }
    }
}
