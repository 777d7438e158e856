namespace ActorSockets.IO.Engine;

/// <summary>Something that gathers output during a turn of its loop, to be written once when the turn ends.</summary>
internal interface IFlushable
{
    void Flush();
}
