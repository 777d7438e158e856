using ActorSockets.Benchmarks.Connections;
using ActorSockets.Benchmarks.Echo;
using ActorSockets.Benchmarks.Kernel;
using ActorSockets.Benchmarks.Tls;

namespace ActorSockets.Benchmarks;

/// <summary>
/// Measures the kernel and the sockets, and prints Markdown tables. Not a test: nothing here fails because a machine
/// is slow.
/// </summary>
internal static class Program
{
    private const string Usage = """
        usage: dotnet run -c Release --project tests/ActorSockets.Benchmarks -- COMMAND [--quick]

          kernel   messages, asks, spawning and memory of the actor system
                   --only TEXT       only the rows whose name contains it
          echo     echo servers, each pinned to one core, against a load generator on another
                   --servers a,b,…   only these of c, actors, actors-pool, actors-portable, socket, socket-inline,
                                     kestrel, kestrel-inline
          datagrams
                   an echo of datagrams on one UDP socket, likewise
                   --servers a,b,…   only these of c, datagrams, datagrams-pool, datagrams-portable
          connections
                   what it takes to open and close them, and what idle ones occupy
                   --only churn|idle, --servers as above
          tls      echo servers over TLS 1.3
                   --servers a,b,…   only these of kestrel-tls, kestrel-tls-inline, socket-tls, actors-tls, handlers-tls
          all      everything

          --quick  a minute's run: fewer and shorter rounds

        Used by the above, for processes of their own:
          serve NAME               an echo server; prints its port, ends with its standard input
          load PORT C SIZE N W S P the load generator in C#: C connections, N messages of SIZE bytes in flight on each,
                                   W seconds to warm up, S to measure, P the server's process
        """;

    public static async Task<int> Main(string[] args)
    {
        var options = BenchmarkOptions.Parse(args.Skip(1));
        switch (args.FirstOrDefault())
        {
            case "kernel":
                await KernelBenchmarks.RunAsync(options);
                return 0;
            case "echo":
                await EchoBenchmarks.RunAsync(options);
                return 0;
            case "datagrams":
                await DatagramBenchmarks.RunAsync(options);
                return 0;
            case "connections":
                await ConnectionBenchmarks.RunAsync(options);
                return 0;
            case "tls":
                await TlsBenchmark.RunAsync(options);
                return 0;
            case "all":
                await KernelBenchmarks.RunAsync(options);
                await EchoBenchmarks.RunAsync(options);
                await DatagramBenchmarks.RunAsync(options);
                await ConnectionBenchmarks.RunAsync(options);
                await TlsBenchmark.RunAsync(options);
                return 0;
            case "serve" when args.Length == 2:
                return await EchoServers.ServeAsync(args[1]);
            case "load":
                return await ManagedLoad.RunAsync(args[1..]);
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }
}
