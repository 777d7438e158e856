using ActorSockets.Hosting;
using ActorSockets.Server.Examples.Chat;
using Akka.Actor;
using Akka.Hosting;

namespace ActorSockets.Server.Examples;

/// <summary>The handlers that a configuration can name.</summary>
internal static class ExampleHandlers
{
    public static IReadOnlyDictionary<string, Props> ByName { get; } = new Dictionary<string, Props>
    {
        ["hello"] = Props.Create<HelloHandler>(),
        ["echo"] = Props.Create<EchoHandler>(),
        ["chat"] = Props.Create<ChatHandler>(),
        ["count"] = Props.Create<CountHandler>(),
        ["udp-echo"] = Props.Create<UdpEchoHandler>(),
    };

    /// <summary>Adds the handlers, and the chat's room.</summary>
    public static ActorSocketsBuilder AddExamples(this ActorSocketsBuilder sockets)
    {
        foreach (var (name, handler) in ByName)
            sockets.AddHandler(name, handler);
        return sockets.ConfigureAkka(akka => akka.WithActors((system, registry) =>
            registry.Register<ChatRoom>(system.ActorOf(Props.Create<ChatRoom>(), "chat-room"))));
    }
}
