using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace ActorSockets.Benchmarks.Echo.Servers;

/// <summary>The least that .NET's own sockets allow: a loop of awaits for each connection.</summary>
internal sealed class SocketEcho(CertificateSource? certificate = null) : IEchoServer
{
    private const int BufferBytes = 64 * 1024;

    public Task<int> StartAsync()
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(1024);
        _ = AcceptAsync(listener);
        return Task.FromResult(((IPEndPoint)listener.LocalEndPoint!).Port);
    }

    private async Task AcceptAsync(Socket listener)
    {
        while (true)
        {
            var connection = await listener.AcceptAsync();
            connection.NoDelay = true;
            _ = certificate is null ? EchoAsync(connection) : EchoAsync(connection, certificate.Certificate);
        }
    }

    private static async Task EchoAsync(Socket connection, X509Certificate2 certificate)
    {
        try
        {
            await using var ssl = new SslStream(new NetworkStream(connection, ownsSocket: true));
            await ssl.AuthenticateAsServerAsync(certificate);
            var buffer = GC.AllocateUninitializedArray<byte>(BufferBytes);
            int read;
            while ((read = await ssl.ReadAsync(buffer)) > 0)
            {
                await ssl.WriteAsync(buffer.AsMemory(0, read));
            }
        }
        catch (IOException)
        {
            // As below.
        }
    }

    private static async Task EchoAsync(Socket connection)
    {
        using (connection)
        {
            try
            {
                var buffer = GC.AllocateUninitializedArray<byte>(BufferBytes, pinned: true);
                int read;
                while ((read = await connection.ReceiveAsync(buffer, SocketFlags.None)) > 0)
                {
                    for (var sent = 0; sent < read;)
                    {
                        sent += await connection.SendAsync(buffer.AsMemory(sent, read - sent), SocketFlags.None);
                    }
                }
            }
            catch (SocketException)
            {
                // The load generator resets what it has not read when it ends; the socket is closed either way.
            }
        }
    }
}
