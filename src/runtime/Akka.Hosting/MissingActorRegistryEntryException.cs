namespace Akka.Hosting;

/// <summary>No actor was registered under the key that was asked for.</summary>
public sealed class MissingActorRegistryEntryException : ActorRegistryException
{
    public MissingActorRegistryEntryException(string message) : base(message)
    {
    }

    public MissingActorRegistryEntryException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
