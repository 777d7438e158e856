using ActorSockets.Server;

namespace ActorSockets.Tests.Server;

public class OutboundAccountTests
{
    private OutboundAccount _account = new(limit: 100);

    [Fact]
    public void A_write_that_would_pass_the_limit_has_no_room()
    {
        Assert.True(_account.TryAdd(60, out _));
        Assert.True(_account.TryAdd(40, out _));

        Assert.False(_account.TryAdd(1, out _));
    }

    [Fact]
    public void What_is_sent_makes_room()
    {
        _account.TryAdd(60, out var ack);
        _account.Sent(ack!);

        Assert.True(_account.TryAdd(90, out _));
    }

    [Fact]
    public void A_quarter_of_the_limit_passes_between_acknowledgements()
    {
        Assert.True(_account.TryAdd(10, out var first));
        Assert.True(_account.TryAdd(10, out var second));
        Assert.True(_account.TryAdd(10, out var third));

        Assert.Null(first);
        Assert.Null(second);
        Assert.Equal(30, third?.Bytes);
    }

    [Fact]
    public void A_write_larger_than_the_limit_passes_when_nothing_waits()
    {
        Assert.True(_account.TryAdd(1000, out var ack));
        Assert.False(_account.TryAdd(1, out _));

        _account.Sent(ack!);

        Assert.True(_account.TryAdd(1000, out _));
    }

    [Fact]
    public void Small_writes_go_on_for_ever_while_they_are_acknowledged()
    {
        for (var i = 0; i < 10_000; i++)
        {
            Assert.True(_account.TryAdd(7, out var ack));
            if (ack is not null)
                _account.Sent(ack);
        }
    }
}
