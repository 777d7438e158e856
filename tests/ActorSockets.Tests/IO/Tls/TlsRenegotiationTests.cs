using System.Diagnostics;
using System.Net;
using Akka.IO;

namespace ActorSockets.Tests.IO.Tls;

/// <summary>.NET's streams cannot ask for it in the old way; <c>openssl s_client</c> can: a line "R".</summary>
public abstract class TlsRenegotiationTests(string engine) : TlsTestKit(engine)
{
    [Fact]
    public void A_client_that_wants_to_renegotiate_is_refused()
    {
        var (_, endPoint, handler) = BindTls();
        var openssl = Start(endPoint);
        handler.ExpectMsg<Tcp.Connected>();
        var connection = handler.LastSender;
        handler.Send(connection, new Tcp.Register(handler));
        openssl.StandardInput.Write("hello\n");
        Assert.Equal("hello\n", Receive(handler, 6));

        openssl.StandardInput.Write("R\n");

        Assert.Contains("RENEGOTIATING", openssl.StandardError.ReadToEnd(), StringComparison.Ordinal);
        Assert.StartsWith("TLS has failed", handler.ExpectMsg<Tcp.ErrorClosed>().Cause, StringComparison.Ordinal);
    }

    private Process Start(IPEndPoint endPoint)
    {
        var start = new ProcessStartInfo("openssl", ["s_client", "-tls1_2", "-connect", $"{endPoint}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.StandardInput.AutoFlush = true;
        Hold(new Killing(process));
        return process;
    }

    private sealed class Killing(Process process) : IDisposable
    {
        public void Dispose()
        {
            process.Kill();
            process.Dispose();
        }
    }

    public sealed class OnEpoll() : TlsRenegotiationTests(Epoll);

    public sealed class OnPortable() : TlsRenegotiationTests(Portable);
}
