using System.Net;
using System.Net.Sockets;
using ActorSockets.Framing;
using ActorSockets.IO;
using Akka.Actor;
using Akka.Configuration;

namespace ActorSockets.Configuration;

/// <summary>Makes options of the section <c>actorsockets</c>.</summary>
internal sealed class ServerConfiguration
{
    private const string Servers = "actorsockets.servers";

    private readonly Config _config;
    private readonly IReadOnlyDictionary<string, Props> _handlers;

    private ServerConfiguration(Config config, IReadOnlyDictionary<string, Props> handlers)
    {
        _config = config;
        _handlers = handlers;
    }

    public static IReadOnlyList<SocketServerOptions> Read(Config config, IReadOnlyDictionary<string, Props> handlers)
    {
        new KeyCheck(config).Run();
        // Read again when the engine starts; here so that a mistake is told before anything has started.
        _ = IoSettings.From(config);
        var reader = new ServerConfiguration(config.WithFallback(Reference.Config), handlers);
        return [.. Keys.Below(config, Servers).Select(reader.Server)];
    }

    private SocketServerOptions Server(string name)
    {
        var path = $"{Servers}.{name}";
        var section = new Section(_config, path, "actorsockets.server");
        var listeners = Keys.Below(_config, $"{path}.listeners");
        if (listeners.Count == 0)
            throw new ConfigurationException($"{path}.listeners is empty: a server needs at least one listener.");

        return new SocketServerOptions
        {
            Name = name,
            Listeners = [.. listeners.Select(listener => Listener(listener, $"{path}.listeners.{listener}"))],
            DrainTimeout = section.Duration("drain-timeout"),
        };
    }

    private ListenerOptions Listener(string name, string path)
    {
        var section = new Section(_config, path, "actorsockets.listener");
        var transport = section.OneOf("transport", ("tcp", TransportKind.Tcp), ("udp", TransportKind.Udp));
        return new ListenerOptions(name, EndPoint(section, transport), Handler(section, transport))
        {
            Transport = transport,
            Framer = Framer(section),
            MaxFrameBytes = section.Bytes("max-frame-bytes"),
            MaxUnhandledBytes = section.Bytes("max-unhandled-bytes"),
            MaxUnsentBytes = section.Bytes("max-unsent-bytes"),
            CloseTimeout = section.Duration("close-timeout"),
            AllowHalfOpen = section.Switch("allow-half-open"),
            MaxRestarts = section.Count("max-restarts", min: 0),
            RestartWindow = section.Duration("restart-window"),
            HandlerDispatcher = section.Text("handler-dispatcher"),
            Backlog = section.Count("backlog", min: 1),
            UnixFileMode = section.FileMode("unix-file-mode"),
            Tls = TlsConfiguration.Read(_config, $"{path}.tls"),
        };
    }

    private static EndPoint EndPoint(Section section, TransportKind transport)
    {
        var endPoint = section.EndPoint("endpoint");
        return transport == TransportKind.Tcp || endPoint is not UnixDomainSocketEndPoint
            ? endPoint
            : throw section.Wrong("endpoint", "an address with a port, as transport = udp wants it");
    }

    private static Framer Framer(Section section)
    {
        var lines = new LineFramer
        {
            Encoding = section.Encoding("encoding"),
            NewLine = section.OneOf("new-line", ("lf", "\n"), ("crlf", "\r\n")),
            MalformedText = section.OneOf(
                "malformed-text", ("replace", MalformedText.Replace), ("reject", MalformedText.Reject)),
            TooLongReply = section.Text("too-long-reply"),
        };
        return section.OneOf<Framer>("framer", ("raw", new RawFramer(lines.Encoding)), ("lines", lines));
    }

    private Props Handler(Section section, TransportKind transport)
    {
        var name = section.Text("handler");
        var isHandler = HandlerKind.Of(transport);
        if (_handlers.TryGetValue(name, out var handler) && isHandler.Fits(handler.Type))
            return handler;

        var type = name.Length == 0 ? null : Type.GetType(name, throwOnError: false);
        if (type is not null && isHandler.Fits(type))
            return Props.Create(type);

        var fitting = _handlers.Where(known => isHandler.Fits(known.Value.Type)).Select(known => known.Key);
        var known = string.Join(", ", fitting.Order(StringComparer.Ordinal));
        throw section.Wrong("handler", $"a handler: known are {known}, and the full names of {isHandler.Classes}");
    }
}
