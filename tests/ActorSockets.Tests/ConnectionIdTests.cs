using Akka.Actor;

namespace ActorSockets.Tests;

public class ConnectionIdTests
{
    [Fact]
    public void Its_text_can_be_read_back()
    {
        var id = ConnectionId.Next();

        Assert.True(ConnectionId.TryParse(id.ToString(), out var read));
        Assert.Equal(id, read);
        Assert.Equal("00000000000000ff-42", new ConnectionId(0xFF, 42).ToString());
    }

    [Fact]
    public void Its_text_is_the_name_of_an_actor() =>
        Assert.True(ActorPath.IsValidPathElement(ConnectionId.Next().ToString()));

    [Fact]
    public void No_two_are_the_same()
    {
        var ids = new HashSet<ConnectionId>(Enumerable.Range(0, 1000).AsParallel().Select(_ => ConnectionId.Next()));

        Assert.Equal(1000, ids.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00000000000000ff")]
    [InlineData("00000000000000ff-")]
    [InlineData("00000000000000ff_1")]
    [InlineData("00000000000000fg-1")]
    [InlineData("00000000000000ff--1")]
    [InlineData("00000000000000ff-99999999999999999999")]
    public void Other_text_is_no_id(string? text) => Assert.False(ConnectionId.TryParse(text, out _));
}
