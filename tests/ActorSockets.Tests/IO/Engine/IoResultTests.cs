using System.Net.Sockets;
using ActorSockets.IO.Engine;

namespace ActorSockets.Tests.IO.Engine;

public class IoResultTests
{
    [Fact]
    public void Is_one_of_bytes_blocked_ended_or_failed()
    {
        Assert.Equal((7, false, false, false), Facts(IoResult.Moved(7)));
        Assert.Equal((0, true, false, false), Facts(IoResult.WouldBlock));
        Assert.Equal((0, false, true, false), Facts(IoResult.EndOfStream));
        Assert.Equal((0, false, false, true), Facts(IoResult.Failed(SocketError.ConnectionReset)));
    }

    [Fact]
    public void Keeps_every_error()
    {
        foreach (var error in Enum.GetValues<SocketError>().Where(error => error != SocketError.Success))
        {
            var result = IoResult.Failed(error);

            Assert.Equal((0, false, false, true), Facts(result));
            Assert.Equal(error, result.Error);
        }
    }

    private static (int, bool, bool, bool) Facts(IoResult result) =>
        (result.Bytes, result.IsWouldBlock, result.IsEndOfStream, result.IsError);
}
