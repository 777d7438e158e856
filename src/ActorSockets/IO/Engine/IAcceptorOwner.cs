namespace ActorSockets.IO.Engine;

/// <summary>Whoever accepts on a listening socket. Calls come on the loop's thread.</summary>
internal interface IAcceptorOwner
{
    void OnAcceptable();

    void OnEngineStopping();
}
