namespace Akka.Actor;

/// <summary>
/// Work that a cancelable takes off its scheduler at once, instead of leaving it there until it is due.
/// </summary>
internal interface IScheduledWork
{
    void Cancel();
}
