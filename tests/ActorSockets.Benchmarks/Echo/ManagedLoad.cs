using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ActorSockets.Benchmarks.Echo;

/// <summary>
/// The load generator where there is no C compiler: the same load, the same report, at a higher cost of its own.
/// </summary>
internal sealed class ManagedLoad(int port, EchoCase load)
{
    private readonly LatencyHistogram _latencies = new();
    private readonly long[] _served = new long[load.Connections];
    private readonly List<Task> _exchanges = [];
    private volatile bool _measuring;

    public static async Task<int> RunAsync(string[] args)
    {
        var numbers = args.Select(arg => double.Parse(arg, CultureInfo.InvariantCulture)).ToArray();
        if (numbers.Length != 7)
        {
            await Console.Error.WriteLineAsync("load PORT CONNECTIONS SIZE IN_FLIGHT WARM_UP MEASURED SERVER_PID");
            return 2;
        }

        var load = new EchoCase((int)numbers[1], (int)numbers[2], (int)numbers[3]);
        var generator = new ManagedLoad((int)numbers[0], load);
        using var server = Process.GetProcessById((int)numbers[6]);
        Console.WriteLine(await generator.RunAsync(server, numbers[4], numbers[5]));
        return 0;
    }

    private async Task<LoadReport> RunAsync(Process server, double warmUp, double seconds)
    {
        for (var i = 0; i < load.Connections; i++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port));
            _exchanges.Add(ExchangeAsync(socket, i));
        }

        await Task.Delay(TimeSpan.FromSeconds(warmUp));
        var (ownBefore, serverBefore) = (Environment.CpuUsage.TotalTime, CpuOf(server));
        var watch = Stopwatch.StartNew();
        _measuring = true;
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        _measuring = false;
        var elapsed = watch.Elapsed;
        foreach (var failed in _exchanges.Where(exchange => exchange.IsCompleted))
        {
            await failed;
        }

        return Report(elapsed, Environment.CpuUsage.TotalTime - ownBefore, CpuOf(server) - serverBefore);
    }

    private LoadReport Report(TimeSpan elapsed, TimeSpan ownCpu, TimeSpan serverCpu)
    {
        var served = _served.Order().ToArray();
        return new LoadReport(
            served.Sum(),
            elapsed.TotalSeconds,
            _latencies.Percentile(0.5),
            _latencies.Percentile(0.99),
            _latencies.Percentile(0.999),
            served[0],
            served[served.Length / 2],
            ownCpu.TotalSeconds,
            serverCpu.TotalSeconds);
    }

    private async Task ExchangeAsync(Socket socket, int index)
    {
        var begun = new Queue<long>();
        var message = new byte[load.Bytes * load.InFlight];
        var input = new byte[message.Length];
        var received = 0L;
        var messages = load.InFlight;
        while (true)
        {
            for (var i = 0; i < messages; i++)
            {
                begun.Enqueue(Stopwatch.GetTimestamp());
            }

            await SendAllAsync(socket, message.AsMemory(0, messages * load.Bytes));
            do
            {
                var before = received / load.Bytes;
                var read = await socket.ReceiveAsync(input, SocketFlags.None);
                received += read > 0 ? read : throw new IOException("The server closed a connection.");
                messages = (int)((received / load.Bytes) - before);
            }
            while (messages == 0);

            Count(index, begun, messages);
        }
    }

    private void Count(int index, Queue<long> begun, int messages)
    {
        for (var i = 0; i < messages; i++)
        {
            var latency = Stopwatch.GetElapsedTime(begun.Dequeue());
            if (_measuring)
            {
                _latencies.Add(latency);
                _served[index]++;
            }
        }
    }

    private static async Task SendAllAsync(Socket socket, ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None)..];
        }
    }

    private static TimeSpan CpuOf(Process process)
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }
}
