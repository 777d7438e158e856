using System.Collections.Concurrent;
using Akka.Actor;

namespace Akka.Tests.Actor;

/// <summary>Tells the test which hook of which instance was called, and has some of them throw.</summary>
internal sealed class HookScript(IActorRef peer)
{
    private readonly ConcurrentDictionary<string, int> _instances = new();
    private readonly ConcurrentDictionary<string, Exception> _failures = new();

    /// <summary>From now on this hook of this actor throws.</summary>
    public HookScript Failing(string actor, string hook, Exception? cause = null)
    {
        _failures[$"{actor} {hook}"] = cause ?? new InvalidOperationException($"{hook} failed");
        return this;
    }


    public int NextInstance(string actor) => _instances.AddOrUpdate(actor, 1, (_, last) => last + 1);

    public void Reach(string actor, int instance, string hook)
    {
        peer.Tell($"{actor}{instance} {hook}", ActorRefs.NoSender);
        if (_failures.TryGetValue($"{actor} {hook}", out var failure)) throw failure;
    }
}
