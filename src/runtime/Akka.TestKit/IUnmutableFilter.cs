namespace Akka.TestKit;

/// <summary>Events that are muted until this is unmuted or disposed.</summary>
public interface IUnmutableFilter : IDisposable
{
    void Unmute();
}
