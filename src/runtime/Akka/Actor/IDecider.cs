namespace Akka.Actor;

/// <summary>Says what to do with a child that failed.</summary>
public interface IDecider
{
    Directive Decide(Exception cause);
}
