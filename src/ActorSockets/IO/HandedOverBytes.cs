using ActorSockets.IO.Engine;
using Akka.IO;

namespace ActorSockets.IO;

/// <summary>
/// The one public way to the array of a <see cref="ByteString"/>: a stream that it writes itself to. Each array goes to
/// the transport as it is, without a copy.
/// </summary>
internal sealed class HandedOverBytes : UnbufferedStream
{
    private Transport? _transport;
    private IoResult _result;

    public override bool CanRead => false;

    /// <summary>Writes what is one stretch of memory.</summary>
    public IoResult Send(ByteString bytes, Transport transport)
    {
        _transport = transport;
        bytes.WriteTo(this);
        _transport = null;
        return _result;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => _result = _transport!.TryWrite(buffer);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
