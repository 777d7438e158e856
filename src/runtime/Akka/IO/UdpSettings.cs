using Akka.Actor;
using Akka.Configuration;

namespace Akka.IO;

/// <summary>The sections <c>akka.io.udp</c> and <c>akka.io.udp-connected</c>.</summary>
public class UdpSettings
{
    public UdpSettings(
        string bufferPoolConfigPath,
        bool traceLogging,
        int initialSocketAsyncEventArgs,
        int batchReceiveLimit,
        string managementDispatcher,
        string fileIoDispatcher)
    {
        BufferPoolConfigPath = bufferPoolConfigPath;
        TraceLogging = traceLogging;
        InitialSocketAsyncEventArgs = initialSocketAsyncEventArgs;
        BatchReceiveLimit = batchReceiveLimit;
        ManagementDispatcher = managementDispatcher;
        FileIODispatcher = fileIoDispatcher;
    }

    public string BufferPoolConfigPath { get; }

    public bool TraceLogging { get; }

    public int InitialSocketAsyncEventArgs { get; }

    public int BatchReceiveLimit { get; }

    public string ManagementDispatcher { get; }

    public string FileIODispatcher { get; }

    public static UdpSettings Create(ActorSystem system) => Create(IOSection.Of<UdpSettings>(system, "akka.io.udp"));

    public static UdpSettings Create(Config config)
    {
        IOSection.Require<UdpSettings>(config);
        return new UdpSettings(
            config.GetString("buffer-pool", "akka.io.udp.disabled-buffer-pool"),
            config.GetBoolean("trace-logging"),
            config.GetInt("nr-of-socket-async-event-args", 32),
            config.GetInt("receive-throughput", 3),
            config.GetString("management-dispatcher", "akka.actor.internal-dispatcher"),
            config.GetString("file-io-dispatcher", "akka.actor.default-blocking-io-dispatcher"));
    }
}
