using ActorSockets.Configuration;
using ActorSockets.IO.Encryption;
using ActorSockets.IO.Engine;
using Akka.Configuration;

namespace ActorSockets.IO;

/// <summary>The section <c>actorsockets.io</c>.</summary>
internal sealed record IoSettings(
    bool UseStockManager,
    EngineKind Engine,
    int Threads,
    int ReadBufferBytes,
    int Throughput,
    TimeSpan BlockingLimit,
    TimeSpan AcceptBackoff,
    TimeSpan CloseLinger,
    DatagramSettings Datagrams,
    TlsSettings Tls)
{
    private const string Path = "actorsockets.io";

    public static IoSettings From(Config config)
    {
        var section = new Section(config.WithFallback(Reference.Config), Path, Path);
        var threads = section.Count("threads", 0);
        return new IoSettings(
            section.OneOf("manager", ("actorsockets", false), ("stock", true)),
            section.OneOf(
                "engine",
                ("auto", EngineKind.Auto),
                ("epoll", EngineKind.Epoll),
                ("portable", EngineKind.Portable)),
            threads == 0 ? Environment.ProcessorCount : threads,
            section.Bytes("read-buffer-size"),
            section.Count("throughput", 1),
            section.Duration("blocking-limit"),
            section.Duration("accept-backoff"),
            section.Duration("close-linger"),
            DatagramSettings.From(section),
            TlsSettings.From(section));
    }
}
