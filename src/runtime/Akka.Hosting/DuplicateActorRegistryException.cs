namespace Akka.Hosting;

/// <summary>An actor was registered under a key that has one already.</summary>
public sealed class DuplicateActorRegistryException : ActorRegistryException
{
    public DuplicateActorRegistryException(string message) : base(message)
    {
    }

    public DuplicateActorRegistryException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
