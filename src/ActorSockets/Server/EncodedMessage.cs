using ActorSockets.Framing;
using Akka.IO;

namespace ActorSockets.Server;

/// <summary>A message for many connections, encoded once for each framer among them.</summary>
internal struct EncodedMessage(object message)
{
    private Framer? _framer;
    private ByteString _bytes = ByteString.Empty;
    private Dictionary<Framer, ByteString>? _others;

    public ByteString For(Framer framer)
    {
        if (ReferenceEquals(framer, _framer))
            return _bytes;
        if (_framer is null)
            return Encode(framer);

        // Several listeners: their framers come in any order.
        _others ??= new() { [_framer] = _bytes };
        if (!_others.TryGetValue(framer, out var bytes))
            _others[framer] = bytes = framer.Encode(message);
        return bytes;
    }

    private ByteString Encode(Framer framer)
    {
        _bytes = framer.Encode(message);
        _framer = framer;
        return _bytes;
    }
}
