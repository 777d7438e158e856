using ActorSockets.Benchmarks.Echo.Servers;

namespace ActorSockets.Benchmarks.Echo;

/// <summary>The servers that this program itself can be.</summary>
internal static class EchoServers
{
    public static async Task<int> ServeAsync(string name)
    {
        IEchoServer? server = name switch
        {
            "actors" => new ActorEcho("epoll", onIoThread: true),
            "actors-pool" => new ActorEcho("epoll", onIoThread: false),
            "actors-portable" => new ActorEcho("portable", onIoThread: true),
            "socket" => new SocketEcho(),
            "kestrel" => new KestrelEcho(),
            _ => null,
        };
        if (server is null)
        {
            await Console.Error.WriteLineAsync($"There is no server [{name}].");
            return 2;
        }

        Console.WriteLine($"port {await server.StartAsync()}");
        await Console.In.ReadToEndAsync();
        return 0;
    }
}
