using Akka.Actor;
using Akka.TestKit.TestActors;

namespace Akka.TestKit.Tests;

public class ParallelTests
{
    private const int Tests = 4;

    [Fact]
    public async Task Do_not_keep_each_other_from_starting()
        => await Task.WhenAll(Enumerable.Range(0, Tests).Select(_ => Task.Run(StartAndTell)));

    [Fact]
    public async Task Are_each_the_sender_of_their_own_messages()
        => await Task.WhenAll(Enumerable.Range(0, Tests).Select(_ => Task.Run(TellAndAwait)));

    private static async Task StartAndTell()
    {
        using var kit = new Xunit2.TestKit();
        kit.ActorOf(Props.Create(() => new Starter(kit.TestActor)));

        await kit.ExpectMsgAsync("started");
    }

    private static async Task TellAndAwait()
    {
        using var kit = new Xunit2.TestKit();
        var echo = kit.ActorOf(SimpleEchoActor.Props());
        for (var i = 0; i < 10; i++)
        {
            echo.Tell(i);
            await kit.ExpectMsgFromAsync(echo, i);
        }
    }

    private sealed class Starter : ReceiveActor
    {
        private readonly IActorRef _target;

        public Starter(IActorRef target) => _target = target;

        protected override void PreStart() => _target.Tell("started");
    }
}
