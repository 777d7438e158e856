namespace Akka.Actor.Internal;

/// <summary>An actor that its cell tells when its constructor is done.</summary>
public interface IInitializableActor
{
    void Init();
}
