using System.Net;
using System.Reflection;
using System.Text;
using ActorSockets.Configuration;
using ActorSockets.Framing;
using ActorSockets.Tests.Server.Handlers;
using Akka.Actor;
using Akka.Configuration;

namespace ActorSockets.Tests.Configuration;

public class ServerConfigurationTests
{
    private static readonly Dictionary<string, Props> Handlers = new()
    {
        ["echo"] = Props.Create<IdleHandler>(),
        ["chat"] = Props.Create<IdleHandler>(),
        ["udp-echo"] = Props.Create<DatagramEcho>(),
    };

    [Fact]
    public void Reads_servers_and_listeners_in_order()
    {
        var servers = Read("""
            servers {
              one { drain-timeout = 3s, listeners.tcp { endpoint = "127.0.0.1:1", handler = echo } }
              two {
                listeners {
                  a { endpoint = "[::1]:2", handler = chat, framer = lines }
                  b { endpoint = "localhost:3", handler = chat }
                }
              }
            }
            """);

        Assert.Equal(["one", "two"], servers.Select(server => server.Name));
        Assert.Equal(TimeSpan.FromSeconds(3), servers[0].DrainTimeout);
        Assert.Equal(["a", "b"], servers[1].Listeners.Select(listener => listener.Name));
        Assert.Equal(new IPEndPoint(IPAddress.IPv6Loopback, 2), servers[1].Listeners[0].EndPoint);
        Assert.Equal(new DnsEndPoint("localhost", 3), servers[1].Listeners[1].EndPoint);
        Assert.Same(Handlers["chat"], servers[1].Listeners[0].Handler);
    }

    [Fact]
    public void No_servers_are_no_error() => Assert.Empty(Read(""));

    [Fact]
    public void What_the_reference_says_is_what_the_options_default_to()
    {
        var server = Read("""servers.server.listeners.tcp { endpoint = "127.0.0.1:1", handler = echo }""")[0];
        var listener = server.Listeners[0];

        Assert.Equal(new SocketServerOptions { Listeners = server.Listeners }, server);
        Assert.Equal(new ListenerOptions("tcp", "127.0.0.1:1", Handlers["echo"]), listener);
    }

    [Theory]
    [InlineData("actorsockets.server", typeof(SocketServerOptions), "name", "listeners")]
    [InlineData("actorsockets.listener", typeof(ListenerOptions), "name")]
    public void Each_key_is_a_property_and_each_property_a_key(string section, Type options, params string[] implied)
    {
        string[] ofTheFramer = ["encoding", "new-line", "malformed-text", "too-long-reply"];
        var keys = Keys.Below(Reference.Config, section).Except(ofTheFramer);
        var properties = options.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => Kebab(property.Name)).Except(implied);

        Assert.Equal(properties.Order(), keys.Select(key => key.Replace("endpoint", "end-point")).Order());
    }

    [Theory]
    [InlineData("encoding", nameof(LineFramer.Encoding))]
    [InlineData("new-line", nameof(LineFramer.NewLine))]
    [InlineData("malformed-text", nameof(LineFramer.MalformedText))]
    [InlineData("too-long-reply", nameof(LineFramer.TooLongReply))]
    public void Each_key_of_the_framer_is_a_property_of_it(string key, string property)
    {
        Assert.Contains(key, Keys.Below(Reference.Config, "actorsockets.listener"));
        Assert.NotNull(typeof(LineFramer).GetProperty(property));
    }

    public static TheoryData<string, Func<ListenerOptions, ListenerOptions>> Settings => new()
    {
        {
            "transport = udp, handler = udp-echo",
            o => o with { Transport = TransportKind.Udp, Handler = Handlers["udp-echo"] }
        },
        { "backlog = 5", o => o with { Backlog = 5 } },
        {
            "unix-file-mode = 660",
            o => o with
            {
                UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite
                    | UnixFileMode.GroupRead | UnixFileMode.GroupWrite,
            }
        },
        { "framer = lines", o => o with { Framer = LineFramer.Utf8 } },
        { "encoding = iso-8859-1", o => o with { Framer = new RawFramer(Encoding.Latin1) } },
        {
            "framer = lines, encoding = utf-16",
            o => o with { Framer = new LineFramer { Encoding = Encoding.Unicode } }
        },
        { "framer = lines, new-line = crlf", o => o with { Framer = new LineFramer { NewLine = "\r\n" } } },
        {
            "framer = lines, malformed-text = reject",
            o => o with { Framer = new LineFramer { MalformedText = MalformedText.Reject } }
        },
        { "framer = lines, too-long-reply = \"\"", o => o with { Framer = new LineFramer { TooLongReply = "" } } },
        { "max-frame-bytes = 1KiB", o => o with { MaxFrameBytes = 1024 } },
        { "max-unhandled-bytes = 2MiB", o => o with { MaxUnhandledBytes = 2 * 1024 * 1024 } },
        { "max-unsent-bytes = 100", o => o with { MaxUnsentBytes = 100 } },
        { "close-timeout = 250ms", o => o with { CloseTimeout = TimeSpan.FromMilliseconds(250) } },
        { "allow-half-open = on", o => o with { AllowHalfOpen = true } },
        { "max-restarts = 0", o => o with { MaxRestarts = 0 } },
        { "restart-window = 2m", o => o with { RestartWindow = TimeSpan.FromMinutes(2) } },
        {
            "handler-dispatcher = akka.actor.default-dispatcher",
            o => o with { HandlerDispatcher = "akka.actor.default-dispatcher" }
        },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public void Each_key_of_a_listener_sets_its_property(string hocon, Func<ListenerOptions, ListenerOptions> change)
    {
        var listener = Listener(hocon);

        Assert.Equal(change(new ListenerOptions("tcp", "127.0.0.1:1", Handlers["echo"])), listener);
    }

    [Fact]
    public void The_defaults_of_all_listeners_can_be_set()
    {
        var listener = Listener("", defaults: "listener.max-frame-bytes = 9");

        Assert.Equal(9, listener.MaxFrameBytes);
    }

    [Fact]
    public void Keys_of_a_fallback_count()
    {
        var config = ConfigurationFactory.ParseString("actorsockets.servers.s.listeners.tcp.handler = echo")
            .WithFallback("actorsockets.servers.s.listeners.tcp.endpoint = \"127.0.0.1:7\"");

        var listener = SocketServerOptions.FromConfig(config, Handlers)[0].Listeners[0];
        Assert.Equal(new IPEndPoint(IPAddress.Loopback, 7), listener.EndPoint);
    }

    [Fact]
    public void A_handler_can_be_a_class()
    {
        var name = typeof(IdleHandler).AssemblyQualifiedName;

        Assert.Equal(typeof(IdleHandler), Listener($"handler = \"{name}\"").Handler.Type);
    }

    [Fact]
    public void A_handler_of_datagrams_can_be_a_class()
    {
        var name = typeof(DatagramEcho).AssemblyQualifiedName;

        var listener = Listener($"transport = udp, handler = \"{name}\"");

        Assert.Equal(typeof(DatagramEcho), listener.Handler.Type);
    }

    [Theory]
    [InlineData("severs {}", "actorsockets.severs is not a known key. Did you mean actorsockets.servers?")]
    [InlineData("listener.max-frame-byte = 1",
        "actorsockets.listener.max-frame-byte is not a known key. Did you mean actorsockets.listener.max-frame-bytes?")]
    [InlineData("servers.s.drain-timout = 1s",
        "actorsockets.servers.s.drain-timout is not a known key. Did you mean actorsockets.servers.s.drain-timeout?")]
    [InlineData("servers.s.listener.tcp {}",
        "actorsockets.servers.s.listener is not a known key. Did you mean actorsockets.servers.s.listeners?")]
    [InlineData("servers.s.listeners.tcp.framing = lines",
        "actorsockets.servers.s.listeners.tcp.framing is not a known key. "
        + "Did you mean actorsockets.servers.s.listeners.tcp.framer?")]
    [InlineData("completely-wrong = 1", "actorsockets.completely-wrong is not a known key.")]
    public void A_key_that_nothing_reads_is_refused(string hocon, string message) =>
        Assert.Equal(message, Assert.Throws<ConfigurationException>(() => Read(hocon)).Message);

    [Theory]
    [InlineData("max-frame-bytes = lots", "max-frame-bytes = lots is not a size in bytes such as 512, 64KiB or 1MiB.")]
    [InlineData("max-frame-bytes = 0", "max-frame-bytes = 0 is not a size in bytes such as 512, 64KiB or 1MiB.")]
    [InlineData("max-frame-bytes = 3GiB", "max-frame-bytes = 3GiB is not a size in bytes such as 512, 64KiB or 1MiB.")]
    [InlineData("close-timeout = soon", "close-timeout = soon is not a duration such as 500ms, 10s or 2m.")]
    [InlineData("close-timeout = 0s", "close-timeout = 0s is not a duration such as 500ms, 10s or 2m.")]
    [InlineData("close-timeout = infinite", "close-timeout = infinite is not a duration such as 500ms, 10s or 2m.")]
    [InlineData("allow-half-open = maybe", "allow-half-open = maybe is not on or off.")]
    [InlineData("max-restarts = -1", "max-restarts = -1 is not a whole number, at least 0.")]
    [InlineData("max-restarts = 1.5", "max-restarts = 1.5 is not a whole number, at least 0.")]
    [InlineData("backlog = 0", "backlog = 0 is not a whole number, at least 1.")]
    [InlineData("transport = upd", "transport = upd is not tcp or udp.")]
    [InlineData("handler = udp-echo",
        "handler = udp-echo is not a handler: known are chat, echo, and the full names of classes that derive from "
        + "ActorSockets.ConnectionActor.")]
    [InlineData("transport = udp, endpoint = \"unix:/run/echo.sock\"",
        "endpoint = unix:/run/echo.sock is not an address with a port, as transport = udp wants it.")]
    [InlineData("transport = udp",
        "handler = echo is not a handler: known are udp-echo, and the full names of actor classes that do not derive "
        + "from ActorSockets.ConnectionActor.")]
    [InlineData("framer = line", "framer = line is not raw or lines.")]
    [InlineData("new-line = cr", "new-line = cr is not lf or crlf.")]
    [InlineData("encoding = utf-9", "encoding = utf-9 is not the name of an encoding such as utf-8 or iso-8859-1.")]
    [InlineData("encoding { a = 1 }", "encoding = { ... } is not text.")]
    [InlineData("unix-file-mode = 6600",
        "unix-file-mode = 6600 is not a file mode of three octal digits such as 600 or 660.")]
    [InlineData("unix-file-mode = 680",
        "unix-file-mode = 680 is not a file mode of three octal digits such as 600 or 660.")]
    [InlineData("endpoint = nowhere", "endpoint = nowhere is not " + EndPoints.Expected + ".")]
    [InlineData("tls.certificates = a.pem", "tls.certificates = a.pem is not a list of texts such as [one, two].")]
    [InlineData("tls.certificates = [/nowhere.pem]",
        "tls.certificates = { ... } is not a list of files: there is no /nowhere.pem.")]
    [InlineData("tls.keys = [a.key]", "tls.keys = { ... } is not a list of 0, one for each certificate.")]
    [InlineData("tls.client-certificates = maybe", "tls.client-certificates = maybe is not none or required.")]
    [InlineData("tls.client-authorities = /nowhere.pem",
        "tls.client-authorities = /nowhere.pem is not a PEM file that can be read.")]
    [InlineData("handler = ecko",
        "handler = ecko is not a handler: known are chat, echo, and the full names of classes that derive from "
        + "ActorSockets.ConnectionActor.")]
    public void A_wrong_value_is_refused_by_the_name_of_its_key(string hocon, string message)
    {
        var thrown = Assert.Throws<ConfigurationException>(() => Listener(hocon));

        Assert.Equal("actorsockets.servers.s.listeners.tcp." + message, thrown.Message);
    }

    [Theory]
    [InlineData("servers.s.listeners.tcp.handler = echo", "actorsockets.listener.endpoint = \"\" is not an address")]
    [InlineData("servers.s.listeners.tcp.endpoint = \"*:1\"", "actorsockets.listener.handler = \"\" is not a handler")]
    [InlineData("servers.s {}", "actorsockets.servers.s.listeners is empty")]
    [InlineData("servers.s = on", "actorsockets.servers.s is a section of keys")]
    [InlineData("servers = 1", "actorsockets.servers is a section of keys")]
    [InlineData("servers.s.listeners.tcp = \"*:1\"", "actorsockets.servers.s.listeners.tcp is a section of keys")]
    [InlineData("servers.\"a b\" {}", "actorsockets.servers has 'a b' in it: a name is letters, digits, - and _.")]
    public void What_is_missing_or_in_the_wrong_place_is_refused(string hocon, string message) =>
        Assert.StartsWith(message, Assert.Throws<ConfigurationException>(() => Read(hocon)).Message);

    [Fact]
    public void A_wrong_default_is_refused_by_the_name_of_its_own_key()
    {
        var thrown = Assert.Throws<ConfigurationException>(() => Listener("", defaults: "listener.backlog = many"));

        Assert.Equal("actorsockets.listener.backlog = many is not a whole number, at least 1.", thrown.Message);
    }

    private static IReadOnlyList<SocketServerOptions> Read(string hocon) =>
        SocketServerOptions.FromConfig(ConfigurationFactory.ParseString($"actorsockets {{ {hocon}\n }}"), Handlers);

    private static ListenerOptions Listener(string hocon, string defaults = "") => Read($$"""
        {{defaults}}
        servers.s.listeners.tcp { endpoint = "127.0.0.1:1", handler = echo }
        servers.s.listeners.tcp { {{hocon}} }
        """)[0].Listeners[0];

    private static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : $"{c}"));
}
