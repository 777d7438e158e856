namespace ActorSockets.IO.Engine;

/// <summary>Which operating-system interface the loops stand on.</summary>
internal enum EngineKind
{
    /// <summary>Epoll where there is one, portable elsewhere.</summary>
    Auto,

    /// <summary>epoll(7), by system calls of our own.</summary>
    Epoll,

    /// <summary>.NET's asynchronous sockets.</summary>
    Portable,
}
