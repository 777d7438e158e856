using ActorSockets.Framing;
using ActorSockets.Tests.Peers;
using ActorSockets.Tests.Server.Handlers;
using Akka.IO;

namespace ActorSockets.Tests.Server;

public abstract class CrowdTests(string engine) : ServerKit($"actorsockets.io.engine = {engine}")
{
    [Fact]
    public async Task A_thousand_peers_get_exactly_their_own_bytes_back()
    {
        const int lines = 100;
        var server = await StartAsync<RawEchoHandler>(RawFramer.Utf8);

        await Task.WhenAll(Enumerable.Range(0, 1000).Select(async number =>
        {
            using var peer = await Peer.ConnectAsync(EndPointOf(server));
            var sent = string.Concat(Enumerable.Range(0, lines).Select(line => $"peer {number} line {line}\n"));
            for (var line = 0; line < lines; line++)
                await peer.SendLineAsync($"peer {number} line {line}");
            peer.FinishSending();
            Assert.Equal(sent, await peer.ReadToEndAsync());
        }));

        AwaitCondition(() => server.Statistics.Open == 0);
        Assert.Equal(1000, server.Statistics.Closed[CloseReason.PeerClosed]);
    }

    [Fact]
    public async Task Two_hundred_peers_hear_each_line_of_all_others_once_in_its_senders_order()
    {
        const int peers = 200, lines = 10;
        var server = await StartAsync<ChatHandler>();
        var everybody = new List<Peer>();
        for (var i = 0; i < peers; i++)
            everybody.Add(await Peer.ConnectAsync(EndPointOf(server)));
        AwaitCondition(() => server.Statistics.Open == peers);

        await Task.WhenAll(everybody.Select(SayAndListenAsync));

        everybody.ForEach(peer => peer.Dispose());

        async Task SayAndListenAsync(Peer peer, int number)
        {
            for (var line = 0; line < lines; line++)
                await peer.SendLineAsync($"{number} {line}");

            var heard = new int[peers];
            for (var i = 0; i < (peers - 1) * lines; i++)
            {
                var words = (await peer.ReadLineAsync())!.Split(' ').Select(int.Parse).ToArray();
                Assert.Equal(heard[words[0]]++, words[1]);
            }

            Assert.Equal(0, heard[number]);
        }
    }

    private sealed class RawEchoHandler : ConnectionActor
    {
        public RawEchoHandler() => Receive<ByteString>(bytes => Connection.Send(bytes));
    }
}
