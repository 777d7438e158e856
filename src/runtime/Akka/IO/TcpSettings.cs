using Akka.Actor;
using Akka.Configuration;

namespace Akka.IO;

/// <summary>The section <c>akka.io.tcp</c>.</summary>
public class TcpSettings
{
    public TcpSettings(
        string bufferPoolConfigPath,
        int initialSocketAsyncEventArgs,
        bool traceLogging,
        int batchAcceptLimit,
        TimeSpan? registerTimeout,
        int receivedMessageSizeLimit,
        string managementDispatcher,
        string fileIoDispatcher,
        int transferToLimit,
        int finishConnectRetries,
        bool outgoingSocketForceIpv4,
        int writeCommandsQueueMaxSize)
    {
        BufferPoolConfigPath = bufferPoolConfigPath;
        InitialSocketAsyncEventArgs = initialSocketAsyncEventArgs;
        TraceLogging = traceLogging;
        BatchAcceptLimit = batchAcceptLimit;
        RegisterTimeout = registerTimeout;
        ReceivedMessageSizeLimit = receivedMessageSizeLimit;
        ManagementDispatcher = managementDispatcher;
        FileIODispatcher = fileIoDispatcher;
        TransferToLimit = transferToLimit;
        FinishConnectRetries = finishConnectRetries;
        OutgoingSocketForceIpv4 = outgoingSocketForceIpv4;
        WriteCommandsQueueMaxSize = writeCommandsQueueMaxSize;
    }

    public string BufferPoolConfigPath { get; }

    public int InitialSocketAsyncEventArgs { get; }

    public bool TraceLogging { get; }

    public int BatchAcceptLimit { get; }

    /// <summary>How long a connection waits for <see cref="Tcp.Register"/>; null for ever.</summary>
    public TimeSpan? RegisterTimeout { get; }

    public int ReceivedMessageSizeLimit { get; }

    public string ManagementDispatcher { get; }

    public string FileIODispatcher { get; }

    public int TransferToLimit { get; set; }

    public int FinishConnectRetries { get; }

    public bool OutgoingSocketForceIpv4 { get; }

    /// <summary>Bytes that may wait to be sent on one connection; -1 for no limit.</summary>
    public int WriteCommandsQueueMaxSize { get; }

    public static TcpSettings Create(ActorSystem system) => Create(IOSection.Of<TcpSettings>(system, "akka.io.tcp"));

    public static TcpSettings Create(Config config)
    {
        IOSection.Require<TcpSettings>(config);
        return new TcpSettings(
            config.GetString("buffer-pool", "akka.io.tcp.disabled-buffer-pool"),
            config.GetInt("nr-of-socket-async-event-args", 32),
            config.GetBoolean("trace-logging"),
            config.GetInt("batch-accept-limit", 10),
            config.GetTimeLimit("register-timeout", TimeSpan.FromSeconds(5)),
            config.GetSize("max-received-message-size"),
            config.GetString("management-dispatcher", "akka.actor.internal-dispatcher"),
            config.GetString("file-io-dispatcher", "akka.actor.default-blocking-io-dispatcher"),
            config.GetSize("file-io-transferTo-limit"),
            config.GetInt("finish-connect-retries", 5),
            config.GetBoolean("outgoing-socket-force-ipv4"),
            config.GetInt("write-commands-queue-max-size", -1));
    }
}
