namespace Akka.Actor;

/// <summary>Watches actors for their death. Each method answers the subject it was given.</summary>
public interface ICanWatch
{
    IActorRef Watch(IActorRef subject);

    IActorRef WatchWith(IActorRef subject, object message);

    IActorRef Unwatch(IActorRef subject);
}
