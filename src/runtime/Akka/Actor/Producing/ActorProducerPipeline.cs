using System.Collections;
using Akka.Event;

namespace Akka.Actor;

/// <summary>The plugins of one actor type, in order. One that throws is logged, and the others still run.</summary>
public class ActorProducerPipeline : IEnumerable<IActorProducerPlugin>
{
    private readonly Lazy<ILoggingAdapter> _log;
    private readonly IActorProducerPlugin[] _plugins;

    public ActorProducerPipeline(Lazy<ILoggingAdapter> log, IEnumerable<IActorProducerPlugin> plugins)
    {
        _log = log;
        _plugins = plugins.ToArray();
    }

    public int Count => _plugins.Length;

    public void AfterActorIncarnated(ActorBase actor, IActorContext context)
    {
        foreach (var plugin in _plugins)
        {
            try
            {
                plugin.AfterIncarnated(actor, context);
            }
            catch (Exception cause)
            {
                Complain(cause, plugin, "the newly created actor", actor, context);
            }
        }
    }

    public void BeforeActorIncarnated(ActorBase actor, IActorContext context)
    {
        foreach (var plugin in _plugins)
        {
            try
            {
                plugin.BeforeIncarnated(actor, context);
            }
            catch (Exception cause)
            {
                Complain(cause, plugin, "the actor before it's destruction", actor, context);
            }
        }
    }

    public IEnumerator<IActorProducerPlugin> GetEnumerator() => _plugins.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Complain(
        Exception cause, IActorProducerPlugin plugin, string moment, ActorBase actor, IActorContext context) =>
        _log.Value.Error(
            cause,
            "An exception occurred while trying to apply plugin of type {0} to " + moment + " (Type = {1}, Path = {2})",
            plugin.GetType(),
            actor.GetType(),
            context.Self.Path);
}
