using ActorSockets.IO;
using Akka.IO;

namespace ActorSockets.Server;

/// <summary>Gets at the arrays of a <see cref="ByteString"/> without a copy. Its public members give copies only, but
/// <see cref="ByteString.WriteTo"/> hands its arrays to the stream one by one: this is such a stream.</summary>
internal sealed class ByteStringSegments : UnbufferedStream
{
    private readonly List<ArraySegment<byte>> _segments = [];

    public override bool CanRead => false;

    /// <summary>The arrays, which are the byte string's own and must not be written to. Valid until the next call.
    /// </summary>
    public List<ArraySegment<byte>> Of(ByteString bytes)
    {
        _segments.Clear();
        bytes.WriteTo(this);
        return _segments;
    }

    /// <summary>Lets go of the arrays.</summary>
    public void Forget() => _segments.Clear();

    public override void Write(byte[] buffer, int offset, int count) => _segments.Add(new(buffer, offset, count));

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
