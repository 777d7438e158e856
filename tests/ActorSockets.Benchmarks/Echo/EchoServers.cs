using System.Diagnostics;
using ActorSockets.Benchmarks.Echo.Servers;
using ActorSockets.Benchmarks.Tls;

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
            "datagrams" => new ActorDatagramEcho("epoll", onIoThread: true),
            "datagrams-pool" => new ActorDatagramEcho("epoll", onIoThread: false),
            "datagrams-portable" => new ActorDatagramEcho("portable", onIoThread: true),
            "socket" => new SocketEcho(),
            "kestrel" => new KestrelEcho(),
            "actors-tls" => new ActorEcho("epoll", onIoThread: true, TlsBenchmark.Certificate),
            "handlers-tls" => new HandlerEcho(TlsBenchmark.Certificate),
            "socket-tls" => new SocketEcho(TlsBenchmark.Certificate),
            "kestrel-tls" => new KestrelEcho(TlsBenchmark.Certificate),
            _ => null,
        };
        if (server is null)
        {
            await Console.Error.WriteLineAsync($"There is no server [{name}].");
            return 2;
        }

        Console.WriteLine($"port {await server.StartAsync()}");
        await AnswersToInputEndAsync();
        return 0;
    }

    // On a thread of its own: the console's asynchronous reads hold a thread of the pool up, and on one core there is
    // one to begin with.
    private static Task AnswersToInputEndAsync()
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var reader = new Thread(() =>
        {
            while (Console.ReadLine() is { } question)
            {
                Console.WriteLine(Answer(question));
            }

            ended.SetResult();
        });
        reader.IsBackground = true;
        reader.Start();
        return ended.Task;
    }

    private static long Answer(string question) => question switch
    {
        ServerProcess.AllocatedBytes => GC.GetTotalAllocatedBytes(precise: true),
        ServerProcess.ResidentBytes => ResidentBytes(),
        _ => throw new ArgumentException($"Nothing is known of [{question}]."),
    };

    /// <summary>What the process occupies after a collection that has given back what it could.</summary>
    private static long ResidentBytes()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64;
    }
}
