using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ActorSockets.EndToEnd.Tests.Peers;

/// <summary>A person with <c>nc</c>: sends lines, and reads lines.</summary>
internal sealed class LinePeer : IDisposable
{
    private readonly TcpClient _client;
    private readonly StreamReader _reader;

    private LinePeer(TcpClient client)
    {
        _client = client;
        _reader = new StreamReader(client.GetStream(), new UTF8Encoding(false), false, 1024);
    }

    public Socket Socket => _client.Client;

    public static async Task<LinePeer> ConnectAsync(IPEndPoint endPoint)
    {
        var client = new TcpClient(endPoint.AddressFamily) { NoDelay = true };
        await Bound.For(client.ConnectAsync(endPoint), $"a connection to {endPoint}");
        return new LinePeer(client);
    }

    public Task SayAsync(string line) => SendAsync(Encoding.UTF8.GetBytes(line + "\n"));

    public async Task SendAsync(byte[] bytes) => await Bound.For(
        _client.GetStream().WriteAsync(bytes).AsTask(), "the server to read");

    /// <summary>The next line; null at the end of the stream.</summary>
    public Task<string?> HearAsync() => Bound.For(_reader.ReadLineAsync(), "a line");

    /// <summary>Reads on to a line that contains a text.</summary>
    public async Task<string> HearAsync(string text)
    {
        while (await HearAsync() is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
                return line;
        }

        throw new EndOfStreamException($"The connection ended before '{text}'.");
    }

    /// <summary>All that comes before the end of the stream.</summary>
    public Task<string> HearAllAsync() => Bound.For(_reader.ReadToEndAsync(), "the end of the stream");

    /// <summary>Sends the end of the stream, and goes on reading.</summary>
    public void FinishSending() => _client.Client.Shutdown(SocketShutdown.Send);

    /// <summary>Ends the connection by a reset.</summary>
    public void Reset()
    {
        _client.Client.LingerState = new LingerOption(true, 0);
        _client.Close();
    }

    public void Dispose()
    {
        _reader.Dispose();
        _client.Dispose();
    }
}
