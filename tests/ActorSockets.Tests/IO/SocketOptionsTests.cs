using System.Net.Sockets;
using Akka.IO;

namespace ActorSockets.Tests.IO;

/// <summary>Each option is read back from the sockets of accepted and of outgoing connections.</summary>
public abstract class SocketOptionsTests(string engine) : TcpTestKit(engine)
{
    // The numbers of Linux (tcp(7), socket(7)), which .NET has others for.
    private const int Tcp = 6;
    private const int NoDelay = 1;
    private const int KeepIdle = 4;
    private const int KeepInterval = 5;
    private const int KeepCount = 6;
    private const int UserTimeout = 18;
    private const int QuickAck = 12;
    private const int Socket = 1;
    private const int ReusePort = 15;

    public static TheoryData<Inet.SocketOption, int, int> OfTcp => new()
    {
        { new SocketOptions.NoDelay(false), NoDelay, 0 },
        { new SocketOptions.NoDelay(true), NoDelay, 1 },
        { KeepAlive(), KeepIdle, 60 },
        { KeepAlive(), KeepInterval, 2 },
        { KeepAlive(), KeepCount, 3 },
        { new SocketOptions.UserTimeout(TimeSpan.FromSeconds(7)), UserTimeout, 7000 },
        { new SocketOptions.QuickAck(false), QuickAck, 0 },
        { new SocketOptions.QuickAck(true), QuickAck, 1 },
        { new SocketOptions.Raw(Tcp, UserTimeout, BitConverter.GetBytes(5)), UserTimeout, 5 },
    };

    [Theory]
    [MemberData(nameof(OfTcp))]
    public void An_option_of_TCP_holds_for_accepted_and_outgoing_connections(
        Inet.SocketOption option, int name, int expected) => ExpectBoth(option, Tcp, name, expected);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Keep_alive_is_on_or_off(bool on) =>
        ExpectBoth(new SocketOptions.KeepAlive(on), s => s.GetSocketOption(
            SocketOptionLevel.Socket, SocketOptionName.KeepAlive), on ? 1 : 0);

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(5)]
    public void Lingering_is_off_or_has_its_time(int seconds)
    {
        var option = new SocketOptions.Linger(seconds < 0 ? null : TimeSpan.FromSeconds(seconds));

        ExpectBoth(option, s => s.LingerState!.Enabled ? s.LingerState.LingerTime : -1, seconds);
    }

    [Fact]
    public void Ports_may_be_shared_by_listeners()
    {
        var option = new SocketOptions.ReusePort(true);
        var (_, endPoint) = Bind(CreateTestProbe(), false, option);
        var commander = CreateTestProbe();

        commander.Send(Manager, BindTo(CreateTestProbe(), endPoint, options: option));

        commander.ExpectMsg<Akka.IO.Tcp.Bound>();
        ExpectBoth(option, Socket, ReusePort, 1);
    }

    [Theory]
    [InlineData(SocketOptions.Stage.BeforeBind, 3, 0)]
    [InlineData(SocketOptions.Stage.BeforeConnect, 0, 3)]
    public void A_raw_option_is_set_when_it_is_to_be(SocketOptions.Stage stage, int accepted, int outgoing)
    {
        // What a listener has is handed on to what it accepts.
        var option = new SocketOptions.Raw(Tcp, UserTimeout, BitConverter.GetBytes(3), stage);
        var reading = new Reading(s => Raw(s, Tcp, UserTimeout));

        Serve(options: [option, reading]);
        Connect(option, reading);

        Assert.Equal([accepted, outgoing], reading.Values);
    }

    [Fact]
    public void Times_and_counts_that_make_no_sense_are_refused()
    {
        var second = TimeSpan.FromSeconds(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SocketOptions.KeepAlive(TimeSpan.Zero, second, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SocketOptions.KeepAlive(second, TimeSpan.Zero, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SocketOptions.KeepAlive(second, second, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SocketOptions.UserTimeout(TimeSpan.Zero));
    }

    [Fact]
    public void What_a_platform_lacks_is_named()
    {
        var thrown = Assert.Throws<PlatformNotSupportedException>(() => SocketOptions.Require(false, "TCP_QUICKACK"));

        Assert.Contains("TCP_QUICKACK", thrown.Message);
    }

    private static SocketOptions.KeepAlive KeepAlive() =>
        new(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(1.5), 3);

    private static int Raw(Socket socket, int level, int name)
    {
        var value = new byte[sizeof(int)];
        socket.GetRawSocketOption(level, name, value);
        return BitConverter.ToInt32(value);
    }

    private void ExpectBoth(Inet.SocketOption option, int level, int name, int expected) =>
        ExpectBoth(option, s => Raw(s, level, name), expected);

    private void ExpectBoth(Inet.SocketOption option, Func<Socket, object?> read, int expected)
    {
        var reading = new Reading(read);

        Serve(options: [option, reading]);
        Connect(option, reading);

        Assert.Equal([expected, expected], reading.Values);
    }

    /// <summary>Runs after the option before it, on the same socket.</summary>
    private sealed class Reading(Func<Socket, object?> read) : Inet.SocketOption
    {
        private readonly List<int> _values = [];

        public int[] Values => [.. _values];

        public override void AfterConnect(Socket s)
        {
            lock (_values)
            {
                _values.Add((int)read(s)!);
            }
        }
    }

    public sealed class OnEpoll() : SocketOptionsTests(Epoll);

    public sealed class OnPortable() : SocketOptionsTests(Portable);
}
