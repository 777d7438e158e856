using System.Net;
using Akka.IO;

namespace ActorSockets.Tests.IO.Tls;

/// <summary>Handshakes that are given up, in every way, leave nothing behind.</summary>
[Collection(nameof(Alone))]
public abstract class TlsLeakTests(string engine) : TlsTestKit(engine)
{
    private const int Rounds = 1000;

    [Fact]
    public void Handshakes_that_are_given_up_leave_no_descriptor_and_no_memory()
    {
        var option = ServerOption;
        var (_, endPoint, _) = BindTls(option);
        GiveUpAll(endPoint, option, Rounds / 5);
        var (descriptors, memory) = (Descriptors(), GC.GetTotalMemory(forceFullCollection: true));

        GiveUpAll(endPoint, option, Rounds);

        AwaitCondition(() => Descriptors() <= descriptors);
        AwaitCondition(() => GC.GetTotalMemory(forceFullCollection: true) < memory + (Rounds * 1024));
    }

    private void GiveUpAll(EndPoint endPoint, TlsServerOption option, int rounds)
    {
        var failed = option.FailedHandshakes + rounds;
        for (var n = 0; n < rounds; n++)
        {
            GiveUp(endPoint, n % 4);
        }

        AwaitCondition(() => option.FailedHandshakes == failed && option.HalfOpenHandshakes == 0);
    }

    private void GiveUp(EndPoint endPoint, int how)
    {
        using var peer = Wire.Connect(endPoint);
        switch (how)
        {
            case 0:
                peer.Reset();
                break;
            case 1:
                peer.Send([22, 3, 1, 2, 0, 1]);
                peer.FinishSending();
                peer.ExpectGone();
                break;
            case 2:
                peer.Send("garbage");
                peer.ExpectGone();
                break;
            default:
                FailAtTheCertificate(endPoint);
                break;
        }
    }

    private void FailAtTheCertificate(EndPoint endPoint)
    {
        var commander = CreateTestProbe();
        commander.Send(Manager, new Tcp.Connect(endPoint, options: [new TlsClientOption()]));
        commander.ExpectMsg<Tcp.CommandFailed>();
        Sys.Stop(commander);
    }

    private static int Descriptors() => Directory.GetFiles("/proc/self/fd").Length;

    public sealed class OnEpoll() : TlsLeakTests(Epoll);

    public sealed class OnPortable() : TlsLeakTests(Portable);
}
