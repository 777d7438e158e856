using ActorSockets.EndToEnd.Tests.Peers;

namespace ActorSockets.EndToEnd.Tests;

/// <summary>Two people with <c>nc</c>.</summary>
public sealed class ChatTests : IAsyncLifetime
{
    private RunningServer _server = null!;

    public async Task InitializeAsync() => _server = await RunningServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task What_one_says_the_other_hears()
    {
        using var alice = await JoinAsync("alice");
        using var bob = await JoinAsync("bob");
        await alice.HearAsync("bob now");

        await alice.SayAsync("good morning");
        await bob.SayAsync("grüß dich, 你好");

        Assert.Equal("alice: good morning", await bob.HearAsync());
        Assert.Equal("bob: grüß dich, 你好", await alice.HearAsync());
    }

    [Fact]
    public async Task Joining_renaming_and_leaving_are_announced()
    {
        using var alice = await JoinAsync("alice");
        using var bob = await JoinAsync("bob");
        Assert.Equal("* guest-2 has joined", await alice.HearAsync());
        Assert.Equal("* guest-2 is bob now", await alice.HearAsync());

        await bob.SayAsync("/quit");

        Assert.Equal("* goodbye\n", await bob.HearAllAsync());
        Assert.Equal("* bob has left", await alice.HearAsync());
    }

    [Fact]
    public async Task A_reset_is_announced_as_leaving()
    {
        using var alice = await JoinAsync("alice");
        using var bob = await JoinAsync("bob");
        await alice.HearAsync("bob now");

        bob.Reset();

        Assert.Equal("* bob has left", await alice.HearAsync());
    }

    [Fact]
    public async Task Who_tells_the_names_in_order()
    {
        using var bob = await JoinAsync("bob");
        using var alice = await JoinAsync("alice");

        await alice.SayAsync("/who");

        Assert.Equal("* 2 here: alice, bob", await alice.HearAsync());
    }

    [Fact]
    public async Task A_private_message_reaches_one_and_nobody_else()
    {
        using var alice = await JoinAsync("alice");
        using var bob = await JoinAsync("bob");
        using var carol = await JoinAsync("carol");
        await bob.HearAsync("carol now");

        await alice.SayAsync("/msg bob meet me at noon");
        await alice.SayAsync("to all");

        Assert.Equal("alice (to you): meet me at noon", await bob.HearAsync());
        Assert.Equal("alice: to all", await bob.HearAsync());
        Assert.Equal("alice: to all", await carol.HearAsync());
    }

    [Fact]
    public async Task A_name_that_is_taken_or_not_a_name_is_refused()
    {
        using var alice = await JoinAsync("alice");
        using var bob = await JoinAsync("bob");

        await bob.SayAsync("/nick ALICE");
        await bob.SayAsync("/nick not!a!name");
        await bob.SayAsync("/nick two words");
        await bob.SayAsync("/nick Bob");

        Assert.Equal("* alice is taken", await bob.HearAsync());
        Assert.Equal("* /nick NAME: 1 to 20 letters, digits, - and _", await bob.HearAsync());
        Assert.Equal("* /nick NAME: 1 to 20 letters, digits, - and _", await bob.HearAsync());
        Assert.Equal("* you are Bob now", await bob.HearAsync());
    }

    [Fact]
    public async Task A_name_is_free_again_when_its_owner_has_left()
    {
        using var alice = await JoinAsync("alice");
        using (await JoinAsync("bob"))
            await alice.HearAsync("bob now");
        await alice.HearAsync("* bob has left");

        // The room learns of it a moment after the others: by then it has answered at most a few times.
        do
            await alice.SayAsync("/nick bob");
        while ((await alice.HearAsync())!.Contains("is taken"));
        await alice.SayAsync("/who");

        Assert.Equal("* 1 here: bob", await alice.HearAsync());
    }

    [Fact]
    public async Task Commands_that_miss_something_or_do_not_exist_are_answered()
    {
        using var alice = await JoinAsync("alice");

        await alice.SayAsync("/msg bob");
        await alice.SayAsync("/msg bob hello");
        await alice.SayAsync("/dance");
        await alice.SayAsync("/help");

        Assert.Equal("* /msg NAME TEXT", await alice.HearAsync());
        Assert.Equal("* nobody here is called bob", await alice.HearAsync());
        Assert.Equal("* unknown command /dance; /help tells what there is", await alice.HearAsync());
        Assert.StartsWith("* /nick NAME, /who", await alice.HearAsync());
    }

    [Fact]
    public async Task Lines_in_one_packet_are_said_under_the_name_before_them()
    {
        using var alice = await JoinAsync("alice");
        using var bob = await JoinAsync("bob");
        await alice.HearAsync("bob now");

        await bob.SayAsync("one\n/nick robert\ntwo\r\n\n/nick rob\nthree");

        Assert.Equal("bob: one", await alice.HearAsync());
        Assert.Equal("* bob is robert now", await alice.HearAsync());
        Assert.Equal("robert: two", await alice.HearAsync());
        Assert.Equal("* robert is rob now", await alice.HearAsync());
        Assert.Equal("rob: three", await alice.HearAsync());
    }

    [Fact]
    public async Task Escape_codes_do_not_reach_the_others_terminals()
    {
        using var alice = await JoinAsync("alice");
        using var bob = await JoinAsync("bob");
        await alice.HearAsync("bob now");

        await bob.SayAsync("\u001b[2Jboo\u0007");

        Assert.Equal("bob: [2Jboo", await alice.HearAsync());
    }

    private async Task<LinePeer> JoinAsync(string name)
    {
        var peer = await LinePeer.ConnectAsync(_server["chat"]);
        await peer.HearAsync("welcome");
        await peer.SayAsync($"/nick {name}");
        await peer.HearAsync($"you are {name} now");
        return peer;
    }
}
