using System.Text;
using ActorSockets.EndToEnd.Tests.Peers;

namespace ActorSockets.EndToEnd.Tests;

/// <summary>Peers that do what they should not: what happens to them, and that nobody else notices.</summary>
public sealed class MisbehavingPeerTests : IAsyncLifetime
{
    private RunningServer _server = null!;
    private LinePeer _witness = null!;

    public async Task InitializeAsync()
    {
        _server = await RunningServer.StartAsync("--set", "akka.loglevel=DEBUG");
        _witness = await JoinAsync();
    }

    public async Task DisposeAsync()
    {
        _witness.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Half_a_character_waits_for_its_other_half()
    {
        using var peer = await JoinAsync();
        var bytes = Encoding.UTF8.GetBytes("grün\n");

        await peer.SendAsync(bytes[..3]);
        await _witness.SayAsync("something else arrives in between");
        await peer.HearAsync("in between");
        await peer.SendAsync(bytes[3..]);

        Assert.Equal("guest-2: grün", await _witness.HearAsync("guest-2: "));
    }

    [Fact]
    public async Task Half_a_character_that_stays_one_is_replaced()
    {
        using var peer = await JoinAsync();

        await peer.SendAsync([(byte)'a', 0xc3, (byte)'\n']);

        Assert.Equal("guest-2: a\ufffd", await _witness.HearAsync("guest-2: "));
    }

    [Fact]
    public async Task A_line_over_the_limit_is_answered_with_an_error_and_the_end()
    {
        using var peer = await JoinAsync();

        await peer.SendAsync(new byte[64 * 1024 + 1]);

        Assert.Equal("error: line longer than 65536 bytes\n", await peer.HearAllAsync());
        await AssertLeftAsync("FrameTooLong");
    }

    [Fact]
    public async Task A_line_at_the_limit_arrives()
    {
        using var peer = await JoinAsync();
        var line = new string('x', 64 * 1024);

        await peer.SayAsync(line);

        Assert.Equal($"guest-2: {line}", await _witness.HearAsync("guest-2: "));
    }

    [Fact]
    public async Task A_line_without_an_end_does_not_grow_the_servers_memory()
    {
        var before = ResidentBytes();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => FloodChatAsync()));

        // Each of them has sent hundreds of times what it may.
        Assert.InRange(ResidentBytes() - before, long.MinValue, 40_000_000);
        await AssertUndisturbedAsync();
    }

    [Fact]
    public async Task A_peer_that_resets_in_the_middle_of_a_line_has_left()
    {
        var peer = await JoinAsync();
        await peer.SendAsync("half a li"u8.ToArray());

        peer.Reset();

        await AssertLeftAsync("PeerReset");
    }

    [Fact]
    public async Task A_peer_that_ends_in_the_middle_of_a_line_has_left()
    {
        using var peer = await JoinAsync();
        await peer.SendAsync("half a li"u8.ToArray());

        peer.FinishSending();

        Assert.DoesNotContain("half", await peer.HearAllAsync());
        await AssertLeftAsync("PeerClosed");
    }

    [Fact]
    public async Task A_peer_that_never_sends_is_left_alone()
    {
        using var peer = await LinePeer.ConnectAsync(_server["hello"]);

        await AssertUndisturbedAsync();

        await peer.SayAsync("at last");
        Assert.Equal("Hello from server!", await peer.HearAllAsync());
    }

    [Fact]
    public async Task A_peer_that_never_reads_is_reset()
    {
        using var peer = await LinePeer.ConnectAsync(_server["echo"]);

        await Assert.ThrowsAnyAsync<IOException>(() => FloodAsync(peer));

        await _server.Run.LineAsync(line => line.Contains("closed: PeerTooSlow"), "the end of the connection");
        await AssertUndisturbedAsync();
    }

    [Fact]
    public async Task A_chatter_that_never_reads_is_reset_and_the_others_hear_every_line()
    {
        using var peer = await JoinAsync();
        using var speaker = await JoinAsync();
        await _witness.HearAsync("guest-3 has joined");
        var text = new string('x', 60_000);

        string? heard;
        var lines = 0;
        do
        {
            await speaker.SayAsync($"{text}{++lines}");
            heard = await _witness.HearAsync();
        }
        while (heard == $"guest-3: {text}{lines}");

        Assert.Equal("* guest-2 has left", heard);
        await _server.Run.LineAsync(line => line.Contains("closed: PeerTooSlow"), "the end of the connection");
        await AssertUndisturbedAsync();
    }

    private async Task FloodChatAsync()
    {
        using var peer = await LinePeer.ConnectAsync(_server["chat"]);
        await Assert.ThrowsAnyAsync<IOException>(() => FloodAsync(peer));
    }

    private static async Task FloodAsync(LinePeer peer)
    {
        var block = new byte[1024 * 1024];
        while (true)
            await peer.SendAsync(block);
    }

    private async Task<LinePeer> JoinAsync()
    {
        var peer = await LinePeer.ConnectAsync(_server["chat"]);
        await peer.HearAsync("welcome");
        return peer;
    }

    private async Task AssertLeftAsync(string reason)
    {
        Assert.Equal("* guest-2 has left", await _witness.HearAsync("has left"));
        await _server.Run.LineAsync(line => line.Contains($"closed: {reason}"), "the end of the connection");
        await AssertUndisturbedAsync();
    }

    private async Task AssertUndisturbedAsync()
    {
        await _witness.SayAsync("/who");
        await _witness.HearAsync(" here: ");
        Assert.DoesNotContain(" WRN ", _server.Run.Seen);
        Assert.DoesNotContain(" ERR ", _server.Run.Seen);
    }

    private long ResidentBytes() => Footprint.ResidentBytes(_server.Run.Id);
}
