namespace ActorSockets.IO;

/// <summary>Something that waits for a deadline in a <see cref="DeadlineQueue"/>.</summary>
internal interface IExpiring
{
    /// <summary>Null when it waits no longer; a later one than before when it has been put off.</summary>
    DateTimeOffset? Deadline { get; }

    void OnDeadline();
}
