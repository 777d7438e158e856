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
            "handlers" => new HandlerEcho(),
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
        await InputEndAsync();
        return 0;
    }

    // On a thread of its own: the console's asynchronous reads hold a thread of the pool up, and on one core there is
    // one to begin with.
    private static Task InputEndAsync()
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var reader = new Thread(() =>
        {
            Console.In.ReadToEnd();
            ended.SetResult();
        });
        reader.IsBackground = true;
        reader.Start();
        return ended.Task;
    }
}
