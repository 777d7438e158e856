namespace ActorSockets.Benchmarks.Echo;

/// <summary>Echo of datagrams: one UDP socket, against a loop of recvmsg and sendmsg in C.</summary>
internal static class DatagramBenchmarks
{
    private static readonly EchoCase[] Cases =
    [
        new(50, 64, 1) { Of = "UDP peers" },
        new(10, 64, 8) { Of = "UDP peers" },
    ];

    private static readonly ServerKind[] Kinds =
    [
        new(ServerKind.Reference, "C, recvmsg and sendmsg", null),
        new("datagrams", "Akka.IO, epoll engine", "datagrams"),
        new("datagrams-pool", "Akka.IO, epoll engine, handler on the default dispatcher", "datagrams-pool"),
        new("datagrams-portable", "Akka.IO, portable engine", "datagrams-portable"),
    ];

    public static async Task RunAsync(BenchmarkOptions options)
    {
        var echo = NativeProgram.Build("datagram_echo");
        var generator = NativeProgram.Build("datagram_load");
        if (echo is null || generator is null)
        {
            Console.WriteLine("There is no C compiler (cc): no load of datagrams.");
            return;
        }

        var servers = new List<ServerProcess>();
        try
        {
            foreach (var kind in Kinds.Where(kind => options.Servers.Count == 0 || options.Servers.Contains(kind.Name)))
            {
                servers.Add(await ServerProcess.StartAsync(kind, echo));
            }

            foreach (var each in Cases)
            {
                await EchoBenchmarks.RunCaseAsync(each, servers, new LoadGenerator(generator), options.Quick);
            }
        }
        finally
        {
            servers.ForEach(server => server.Dispose());
        }
    }
}
