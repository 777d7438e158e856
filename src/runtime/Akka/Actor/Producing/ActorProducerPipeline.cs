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
                ComplainOfNew(_log.Value, cause, plugin.GetType(), actor, context);
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
                Complain(_log.Value, cause, plugin.GetType(), "the actor before it's destruction", actor, context);
            }
        }
    }

    public IEnumerator<IActorProducerPlugin> GetEnumerator() => _plugins.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal static void ComplainOfNew(
        ILoggingAdapter log, Exception cause, Type plugin, ActorBase actor, IActorContext context) =>
        Complain(log, cause, plugin, "the newly created actor", actor, context);

    private static void Complain(
        ILoggingAdapter log, Exception cause, Type plugin, string moment, ActorBase actor, IActorContext context) =>
        log.Error(
            cause,
            "An exception occurred while trying to apply plugin of type {0} to " + moment + " (Type = {1}, Path = {2})",
            plugin,
            actor.GetType(),
            context.Self.Path);
}
