using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ActorSockets.Tests.Peers;

/// <summary>A peer that behaves: a plain socket, no code of ours. Everything that it waits for has a bound.</summary>
public class Peer : IDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    private readonly StringBuilder _unread = new();
    private readonly byte[] _buffer = new byte[8192];
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();

    protected Peer(Socket socket) => Socket = socket;

    public EndPoint LocalEndPoint => Socket.LocalEndPoint!;

    protected Socket Socket { get; }

    public static async Task<Peer> ConnectAsync(EndPoint server) => new(await DialAsync(server));

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(byte[] bytes)
    {
        using var bound = new CancellationTokenSource(Bound);
        for (var sent = 0; sent < bytes.Length;)
            sent += await Socket.SendAsync(bytes.AsMemory(sent), SocketFlags.None, bound.Token);
    }

    public Task SendLineAsync(string line) => SendAsync(line + "\n");

    /// <summary>The next line; null at the end of the stream.</summary>
    public async Task<string?> ReadLineAsync()
    {
        while (true)
        {
            var text = _unread.ToString();
            var end = text.IndexOf('\n');
            if (end >= 0)
            {
                _unread.Remove(0, end + 1);
                return text[..end];
            }

            if (!await ReadMoreAsync())
                return null;
        }
    }

    /// <summary>Exactly so many characters.</summary>
    public async Task<string> ReadAsync(int count)
    {
        while (_unread.Length < count)
            Assert.True(await ReadMoreAsync(), $"The stream ended after '{_unread}'.");
        var text = _unread.ToString(0, count);
        _unread.Remove(0, count);
        return text;
    }

    /// <summary>Everything up to the end of the stream.</summary>
    public async Task<string> ReadToEndAsync()
    {
        while (await ReadMoreAsync())
        {
            // Gathered in _unread.
        }

        return _unread.ToString();
    }

    /// <summary>Waits for a reset.</summary>
    public async Task ExpectResetAsync()
    {
        var thrown = await Assert.ThrowsAsync<SocketException>(ReadToEndAsync);
        Assert.Equal(SocketError.ConnectionReset, thrown.SocketErrorCode);
    }

    /// <summary>Sends FIN, and goes on reading.</summary>
    public void FinishSending() => Socket.Shutdown(SocketShutdown.Send);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => Socket.Dispose();

    protected static async Task<Socket> DialAsync(EndPoint server, Action<Socket>? prepare = null)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        prepare?.Invoke(socket);
        using var bound = new CancellationTokenSource(Bound);
        await socket.ConnectAsync(server, bound.Token);
        return socket;
    }

    private async Task<bool> ReadMoreAsync()
    {
        using var bound = new CancellationTokenSource(Bound);
        var count = await Socket.ReceiveAsync(_buffer.AsMemory(), SocketFlags.None, bound.Token);
        var chars = new char[_decoder.GetCharCount(_buffer, 0, count)];
        _unread.Append(chars, 0, _decoder.GetChars(_buffer, 0, count, chars, 0));
        return count > 0;
    }
}
