using Akka.Actor;
using Akka.Dispatch;

namespace Akka.IO;

/// <summary>Hands queries to the resolver, its child, and sweeps the cache from time to time.</summary>
public class SimpleDnsManager : ActorBase, IRequiresMessageQueue<IUnboundedMessageQueueSemantics>
{
    private readonly IActorRef _resolver;
    private readonly SimpleDnsCache? _cache;
    private readonly ICancelable? _cleanup;

    public SimpleDnsManager(DnsExt ext)
    {
        var settings = ext.Settings;
        _resolver = Context.ActorOf(
            Props.Create(ext.Provider.ActorClass, ext.Cache, settings.ResolverConfig)
                .WithDispatcher(settings.Dispatcher)
                .WithDeploy(Deploy.Local),
            settings.Resolver);

        _cache = ext.Cache as SimpleDnsCache;
        if (_cache is not null)
        {
            var interval = settings.ResolverConfig.GetTimeSpan("cache-cleanup-interval", TimeSpan.FromMinutes(2));
            _cleanup = Context.System.Scheduler.ScheduleTellRepeatedlyCancelable(
                interval, interval, Self, CacheCleanup.Instance, Self);
        }
    }

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case Dns.Resolve:
                _resolver.Forward(message);
                return true;
            case CacheCleanup:
                _cache?.CleanUp();
                return true;
            default:
                return false;
        }
    }

    protected override void PostStop() => _cleanup?.Cancel();

    private sealed class CacheCleanup
    {
        public static readonly CacheCleanup Instance = new();
    }
}
