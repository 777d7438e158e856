using ActorSockets.EndToEnd.Tests.Peers;

namespace ActorSockets.EndToEnd.Tests;

/// <summary>Many clients at once.</summary>
public sealed class ManyClientsTests
{
    [Fact]
    public async Task Each_of_a_thousand_echo_clients_gets_exactly_its_own_lines_back()
    {
        await using var server = await RunningServer.StartAsync();
        var clients = await ConnectAsync(server, "echo", 1000);

        await Task.WhenAll(clients.Select(EchoAsync));

        foreach (var client in clients)
            client.Dispose();
    }

    [Fact]
    public async Task Every_line_of_two_hundred_chat_clients_reaches_all_others_once_and_in_order()
    {
        const int people = 200;
        const int lines = 10;
        await using var server = await RunningServer.StartAsync();
        var clients = await ConnectAsync(server, "chat", people);
        var names = await Task.WhenAll(clients.Select(NameAsync));

        var heard = clients.Select(client => HearLinesAsync(client, (people - 1) * lines)).ToArray();
        await Task.WhenAll(clients.Select(client => SayLinesAsync(client, lines)));

        for (var i = 0; i < people; i++)
            AssertHeard(await heard[i], names.Except([names[i]]), lines);
        foreach (var client in clients)
            client.Dispose();
    }

    private static async Task<LinePeer[]> ConnectAsync(RunningServer server, string name, int count)
    {
        var clients = new List<LinePeer>();
        for (var i = 0; i < count; i++)
            clients.Add(await LinePeer.ConnectAsync(server[name]));
        return [.. clients];
    }

    private static async Task EchoAsync(LinePeer client, int number)
    {
        var lines = Enumerable.Range(0, 100).Select(i => $"client {number} line {i}").ToArray();
        var sending = SendAsync(client, lines);
        foreach (var line in lines)
            Assert.Equal(line, await client.HearAsync());
        await sending;
        client.FinishSending();
        Assert.Equal("", await client.HearAllAsync());
    }

    private static async Task SendAsync(LinePeer client, string[] lines)
    {
        foreach (var line in lines)
            await client.SayAsync(line);
    }

    // Who is welcomed is there for the others.
    private static async Task<string> NameAsync(LinePeer client)
    {
        var welcome = await client.HearAsync("welcome");
        return welcome.Split(' ', ',', ';').First(word => word.StartsWith("guest-"));
    }

    private static async Task SayLinesAsync(LinePeer client, int lines)
    {
        for (var i = 0; i < lines; i++)
            await client.SayAsync($"line {i}");
    }

    private static async Task<string[]> HearLinesAsync(LinePeer client, int count)
    {
        var heard = new List<string>();
        while (heard.Count < count)
        {
            var line = await client.HearAsync() ?? throw new EndOfStreamException("The connection ended.");
            if (!line.StartsWith('*'))
                heard.Add(line);
        }

        // Nothing may follow the last line: what the server says next is the answer to this.
        await client.SayAsync("/help");
        Assert.StartsWith("* /nick NAME", await client.HearAsync());
        return [.. heard];
    }

    private static void AssertHeard(string[] heard, IEnumerable<string> others, int lines)
    {
        var expected = Enumerable.Range(0, lines).Select(i => $"line {i}").ToArray();
        var bySender = heard.ToLookup(line => line.Split(": ")[0], line => line.Split(": ")[1]);
        foreach (var other in others)
            Assert.Equal(expected, bySender[other]);
    }
}
