using System.Net;
using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.IO;

namespace ActorSockets.Benchmarks.Echo.Servers;

/// <summary>One ordinary actor: what it gets as <c>Udp.Received</c> it answers as <c>Udp.Send</c>.</summary>
internal sealed class ActorDatagramEcho(string engine, bool onIoThread) : IEchoServer
{
    public async Task<int> StartAsync()
    {
        var system = ActorSystem.Create("echo", ConfigurationFactory.ParseString($$"""
            akka.loglevel = WARNING
            akka.stdout-loglevel = WARNING
            actorsockets.io.engine = {{engine}}
            """));
        var first = await BindAsync(system, ActorRefs.Nobody);
        var dispatcher = onIoThread ? SocketIO.DispatcherOf(first.Socket) : Dispatchers.DefaultDispatcherId;
        var handler = system.ActorOf(Props.Create(() => new Handler()).WithDispatcher(dispatcher), "handler");
        return (await BindAsync(system, handler)).Port;
    }

    /// <summary>The socket of nobody is there to ask which thread it is served by.</summary>
    private static async Task<(IActorRef Socket, int Port)> BindAsync(ActorSystem system, IActorRef handler)
    {
        var bound = new TaskCompletionSource<(IActorRef, int)>(TaskCreationOptions.RunContinuationsAsynchronously);
        var commander = system.ActorOf(Props.Create(() => new Commander(handler, bound)));
        var result = await bound.Task;
        await commander.GracefulStop(TimeSpan.FromSeconds(5));
        return result;
    }

    private sealed class Commander(IActorRef handler, TaskCompletionSource<(IActorRef, int)> bound) : UntypedActor
    {
        protected override void PreStart() => SocketIO.For(Context.System).Udp.Tell(
            new Udp.Bind(handler.IsNobody() ? Self : handler, new IPEndPoint(IPAddress.Loopback, 0)));

        protected override void OnReceive(object message)
        {
            if (message is Udp.Bound { LocalAddress: IPEndPoint local })
            {
                bound.SetResult((Sender, local.Port));
            }
            else
            {
                bound.SetException(new InvalidOperationException($"{message}"));
            }
        }
    }

    private sealed class Handler : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is Udp.Received received)
            {
                Sender.Tell(Udp.Send.Create(received.Data, received.Sender));
            }
        }
    }
}
