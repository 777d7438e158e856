using Akka.Actor;

namespace ActorSockets.Tests.Server.Handlers;

/// <summary>Stashes every line until one says <c>open</c>.</summary>
public sealed class StashingHandler : ConnectionActor, IWithUnboundedStash
{
    private readonly IActorRef _test;

    public StashingHandler(IActorRef test)
    {
        _test = test;
        Receive<string>(line => line == "open", _ => Open());
        Receive<string>(line => line == "clear", _ => test.Tell(Stash.ClearStash().Count()));
        Receive<string>(_ => Stash.Stash());
    }

    public IStash Stash { get; set; } = null!;

    private void Open()
    {
        Become(() => Receive<string>(line => _test.Tell($"unstashed {line} {IsFrame}")));
        Stash.UnstashAll();
    }
}
