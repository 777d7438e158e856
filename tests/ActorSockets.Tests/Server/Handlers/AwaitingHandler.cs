using Akka.Actor;

namespace ActorSockets.Tests.Server.Handlers;

/// <summary>Takes a line and is done with it when the test says so.</summary>
public sealed class AwaitingHandler : ConnectionActor
{
    public AwaitingHandler(IActorRef test) => ReceiveAsync<string>(async line =>
    {
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        test.Tell((line, answer));
        var done = await answer.Task;
        if (done == "throw")
            throw new InvalidOperationException("as told");
        test.Tell($"{line} {done} {IsFrame}");
    });
}
