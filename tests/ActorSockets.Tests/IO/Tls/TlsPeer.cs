using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using ActorSockets.Tests.IO.Wires;

namespace ActorSockets.Tests.IO.Tls;

/// <summary>
/// The other end of a TLS connection: .NET's own stream. The end that it waits for has to be a close_notify.
/// </summary>
internal sealed class TlsPeer : RawPeer
{
    // SslStream may be read and written at once, but its ShutdownAsync must not meet a decryption: OpenSSL is handed
    // both at the same time, and one of the two fails. Who decrypts has it.
    private readonly SemaphoreSlim _decryption = new(1);

    private TlsPeer(Socket socket, int pieces = 0)
    {
        Socket = socket;
        Wire = new WireStream(socket, pieces, _decryption);
        Stream = new SslStream(Wire);
    }

    public static SslClientAuthenticationOptions Trusting => new()
    {
        TargetHost = "localhost",
        RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null,
    };

    public SslStream Stream { get; }

    /// <summary>What has been received, before decryption.</summary>
    public WireStream Wire { get; }

    public Socket Socket { get; }

    public override EndPoint Local => Socket.LocalEndPoint!;

    public override EndPoint Remote => Socket.RemoteEndPoint!;

    /// <param name="endPoint">A TLS server.</param>
    /// <param name="options">Null: trusts anybody.</param>
    /// <param name="pieces">Ciphertext is sent in pieces of so many bytes; 0 for as it comes.</param>
    /// <param name="receiveBuffer">Null for the system's own.</param>
    public static TlsPeer ConnectTo(
        EndPoint endPoint, SslClientAuthenticationOptions? options = null, int pieces = 0, int? receiveBuffer = null)
    {
        var socket = TcpWire.Create(endPoint);
        socket.ReceiveBufferSize = receiveBuffer ?? socket.ReceiveBufferSize;
        socket.Connect(endPoint);
        return SecureAsync(socket, options, pieces).WaitAsync(Bound).GetAwaiter().GetResult();
    }

    /// <summary>The client's side of a handshake on a socket that is connected.</summary>
    public static Task<TlsPeer> SecureAsync(
        Socket socket, SslClientAuthenticationOptions? options = null, int pieces = 0) =>
        SecureAsync(new TlsPeer(socket, pieces), ssl => ssl.AuthenticateAsClientAsync(options ?? Trusting));

    /// <summary>The server's side.</summary>
    public static TlsPeer Accept(Socket socket, SslServerAuthenticationOptions options) =>
        SecureAsync(new TlsPeer(socket), ssl => ssl.AuthenticateAsServerAsync(options))
            .WaitAsync(Bound).GetAwaiter().GetResult();

    public override async Task<int> ReceiveAsync(Memory<byte> buffer)
    {
        await _decryption.WaitAsync();
        try
        {
            var count = await Stream.ReadAsync(buffer);
            Assert.False(count == 0 && Wire.HasEnded, "The stream ended without a close_notify.");
            return count;
        }
        catch (IOException e) when (e.InnerException is SocketException or ObjectDisposedException)
        {
            throw e.InnerException;
        }
        finally
        {
            _decryption.Release();
        }
    }

    public override async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await Stream.WriteAsync(bytes);
        }
        catch (IOException e) when (e.InnerException is SocketException or ObjectDisposedException)
        {
            throw e.InnerException;
        }
    }

    /// <summary>close_notify, and nothing behind it.</summary>
    public override void FinishSending()
    {
        try
        {
            SendCloseNotify();
            Socket.Shutdown(SocketShutdown.Send);
        }
        catch (IOException e) when (e.InnerException is SocketException)
        {
            throw e.InnerException;
        }
    }

    public void SendCloseNotify()
    {
        Task sending;
        _decryption.Wait();
        try
        {
            sending = Stream.ShutdownAsync();
        }
        finally
        {
            _decryption.Release();
        }

        sending.GetAwaiter().GetResult();
    }

    /// <summary>FIN without a close_notify.</summary>
    public void Truncate() => Socket.Shutdown(SocketShutdown.Send);

    public override void Reset()
    {
        Socket.LingerState = new LingerOption(true, 0);
        Socket.Dispose();
    }

    protected override void Dispose(bool disposing)
    {
        Stream.Dispose();
        Socket.Dispose();
    }

    private static async Task<TlsPeer> SecureAsync(TlsPeer peer, Func<SslStream, Task> authenticate)
    {
        await peer._decryption.WaitAsync();
        try
        {
            await authenticate(peer.Stream);
            return peer;
        }
        catch
        {
            peer.Dispose();
            throw;
        }
        finally
        {
            peer._decryption.Release();
        }
    }
}
