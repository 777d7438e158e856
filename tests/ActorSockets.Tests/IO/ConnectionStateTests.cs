using ActorSockets.IO;

namespace ActorSockets.Tests.IO;

public class ConnectionStateTests
{
    // Each state with all that may follow it, as the values' own documentation says.
    [Theory]
    [InlineData("AwaitingHandler", "Open Draining Closed")]
    [InlineData("Open", "PeerClosed Draining Closed")]
    [InlineData("PeerClosed", "Draining Closed")]
    [InlineData("Draining", "Closing Closed")]
    [InlineData("Closing", "Closed")]
    [InlineData("Closed", "")]
    public void Only_these_may_follow(string from, string next)
    {
        var state = Enum.Parse<ConnectionState>(from);

        var followers = Enum.GetValues<ConnectionState>().Where(to => state.MayBecome(to));

        Assert.Equal(next, string.Join(' ', followers));
    }
}
