namespace ActorSockets.Server;

/// <summary>What the process tells its parent.</summary>
internal static class ExitCode
{
    /// <summary>Stopped as asked.</summary>
    public const int Success = 0;

    /// <summary>The system refused something: an address in use, a port without permission.</summary>
    public const int System = 1;

    /// <summary>The command line or the configuration is wrong: trying again will not help.</summary>
    public const int Configuration = 2;
}
