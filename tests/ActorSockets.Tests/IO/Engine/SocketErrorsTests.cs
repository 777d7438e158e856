using System.Net.Sockets;
using ActorSockets.IO.Engine;

namespace ActorSockets.Tests.IO.Engine;

public class SocketErrorsTests
{
    // Of errno(3), by number: what accept(2) can say.
    [Theory]
    [InlineData(103, "Retry")] // ECONNABORTED
    [InlineData(4, "Retry")] // EINTR
    [InlineData(1, "Retry")] // EPERM
    [InlineData(100, "Retry")] // ENETDOWN
    [InlineData(71, "Retry")] // EPROTO
    [InlineData(92, "Retry")] // ENOPROTOOPT
    [InlineData(112, "Retry")] // EHOSTDOWN
    [InlineData(64, "Retry")] // ENONET
    [InlineData(113, "Retry")] // EHOSTUNREACH
    [InlineData(95, "Retry")] // EOPNOTSUPP
    [InlineData(101, "Retry")] // ENETUNREACH
    [InlineData(24, "BackOff")] // EMFILE
    [InlineData(23, "BackOff")] // ENFILE
    [InlineData(105, "BackOff")] // ENOBUFS
    [InlineData(12, "BackOff")] // ENOMEM
    [InlineData(9, "Stop")] // EBADF
    [InlineData(22, "Stop")] // EINVAL
    [InlineData(88, "Stop")] // ENOTSOCK
    public void Failures_of_accept_are_sorted(int errno, string expected)
    {
        Assert.Equal(expected, SocketErrors.OfAccept(Errno.ToSocketError(errno)).ToString());
    }

    [Fact]
    public void An_error_is_described_in_words()
    {
        var words = SocketErrors.Describe(SocketError.ConnectionReset);

        Assert.Contains("reset", words, StringComparison.OrdinalIgnoreCase);
    }
}
