using System.Net;
using ActorSockets.Tests.IO.Wires;
using Akka.Actor;
using Akka.IO;

namespace ActorSockets.Tests.IO;

public abstract class UdpLeakTests(string engine) : UdpTestKit(engine, "akka.loglevel = OFF")
{
    private const int Times = 10_000;
    private const int AtOnce = 100;

    [Fact]
    public void Ten_thousand_sockets_of_each_kind_and_as_many_failures_give_every_descriptor_back()
    {
        var taken = Peer();
        var idle = CreateTestProbe();
        RunOnce(taken, idle);
        var before = Sockets();

        for (var done = 0; done < Times; done += AtOnce)
        {
            RunOnce(taken, idle);
        }

        AwaitAssert(() => Assert.InRange(Sockets(), 0, before), RawPeer.Bound);
    }

    /// <summary>Of all descriptors those only: the runtime opens files of its own when it comes to them.</summary>
    private static int Sockets() => new DirectoryInfo("/proc/self/fd").GetFiles()
        .Count(descriptor => descriptor.LinkTarget?.StartsWith("socket:", StringComparison.Ordinal) == true);

    /// <summary>So many of each at once, and all of them gone.</summary>
    private void RunOnce(DatagramPeer taken, IActorRef idle)
    {
        for (var i = 0; i < AtOnce; i++)
        {
            Manager.Tell(new Udp.Bind(idle, AnyPort), TestActor);
            Manager.Tell(new Udp.Bind(idle, taken.EndPoint), TestActor);
            Manager.Tell(Udp.SimpleSender.Instance, TestActor);
            ConnectedManager.Tell(new UdpConnected.Connect(idle, taken.EndPoint), TestActor);
            ConnectedManager.Tell(new UdpConnected.Connect(idle, new IPEndPoint(IPAddress.Broadcast, 9)), TestActor);
        }

        var closed = 0;
        for (var answers = 0; answers < 5 * AtOnce + closed; answers++)
        {
            switch (ExpectMsg<object>())
            {
                case Udp.Bound:
                    LastSender.Tell(Udp.Unbind.Instance, TestActor);
                    closed++;
                    break;
                case UdpConnected.Connected:
                    LastSender.Tell(UdpConnected.Disconnect.Instance, TestActor);
                    closed++;
                    break;
                case Udp.SimpleSenderReady:
                    LastSender.Tell(PoisonPill.Instance);
                    break;
                case Udp.Unbound or UdpConnected.Disconnected or Udp.CommandFailed or UdpConnected.CommandFailed:
                    break;
                case var other:
                    Assert.Fail($"Did not expect {other}");
                    break;
            }
        }
    }

    [Collection(AloneCollection.Name)]
    public sealed class OnEpoll() : UdpLeakTests(Epoll);

    [Collection(AloneCollection.Name)]
    public sealed class OnPortable() : UdpLeakTests(Portable);
}
