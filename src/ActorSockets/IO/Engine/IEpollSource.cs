namespace ActorSockets.IO.Engine;

/// <summary>A descriptor in an <see cref="EpollLoop"/>; its key names it in the events.</summary>
internal interface IEpollSource : ILoopResident
{
    int Descriptor { get; }

    /// <summary>Edges, as epoll_wait(2) reports them. On the loop's thread.</summary>
    void OnEvents(uint events);
}
