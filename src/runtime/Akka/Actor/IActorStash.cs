namespace Akka.Actor;

/// <summary>An actor that has a stash. Implement one of the interfaces derived from it.</summary>
public interface IActorStash
{
    IStash Stash { get; set; }
}
