using Akka.Util;

namespace Akka.Actor;

/// <summary>Equality, order and the entry of messages, common to all references.</summary>
public abstract class ActorRefBase : IActorRef
{
    public abstract ActorPath Path { get; }

#nullable disable annotations // as in ICanTell
    public void Tell(object message, IActorRef sender) => TellInternal(message, sender);

    protected abstract void TellInternal(object message, IActorRef sender);
#nullable restore annotations

    public bool Equals(IActorRef? other)
    {
        if (ReferenceEquals(this, other)) return true;
        return other is not null && Path.Uid == other.Path.Uid && Path.Equals(other.Path);
    }

    public override bool Equals(object? obj) => obj is IActorRef other && Equals(other);

    // uid and name only: cheap, and equal for equal references
    public override int GetHashCode() => HashCode.Combine(Path.Uid, Path.Name);

    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        IActorRef other => CompareTo(other),
        _ => throw new ArgumentException($"Object must be of type IActorRef, found {obj.GetType()} instead."),
    };

    public int CompareTo(IActorRef? other)
    {
        if (other is null) return 1;
        var byPath = Path.CompareTo(other.Path);
        return byPath != 0 ? byPath : Path.Uid.CompareTo(other.Path.Uid);
    }

    public virtual ISurrogate ToSurrogate(ActorSystem system) => new Surrogate(Path.ToSerializationFormat());

    public override string ToString() => Path.Uid == ActorCell.UndefinedUid
        ? $"[{Path}]"
        : $"[{Path}#{Path.Uid}]";

    /// <summary>A reference as text, resolved again by the system that reads it.</summary>
    public class Surrogate : ISurrogate
    {
        public Surrogate(string path) => Path = path;

        public string Path { get; }

        public ISurrogated FromSurrogate(ActorSystem system) =>
            ((ExtendedActorSystem)system).Provider.ResolveActorRef(Path);
    }
}
