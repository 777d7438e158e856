namespace ActorSockets.Benchmarks.Echo.Servers;

/// <summary>Sends back what it receives, on a port of the loopback address.</summary>
internal interface IEchoServer
{
    /// <returns>The port.</returns>
    Task<int> StartAsync();
}
