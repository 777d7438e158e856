namespace ActorSockets.IO.Engine.Memory;

/// <summary>One direction of a connection in memory: a bounded ring of bytes, and whether more may come.</summary>
internal sealed class MemoryPipe(int capacity)
{
    private byte[] _ring = [];
    private int _head;

    public int Count { get; private set; }

    /// <summary>Nothing more will be written.</summary>
    public bool IsEnded { get; set; }

    /// <summary>As many as there is room for.</summary>
    public int Write(ReadOnlySpan<byte> bytes)
    {
        var count = Math.Min(bytes.Length, capacity - Count);
        if (count > 0 && _ring.Length == 0)
        {
            _ring = new byte[capacity];
        }

        for (var written = 0; written < count;)
        {
            var tail = (_head + Count) % capacity;
            var piece = bytes[written..Math.Min(count, written + capacity - tail)];
            piece.CopyTo(_ring.AsSpan(tail));
            Count += piece.Length;
            written += piece.Length;
        }

        return count;
    }

    public int Read(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, Count);
        for (var read = 0; read < count;)
        {
            var piece = _ring.AsSpan(_head, Math.Min(count - read, capacity - _head));
            piece.CopyTo(buffer[read..]);
            _head = (_head + piece.Length) % capacity;
            read += piece.Length;
        }

        Count -= count;
        if (Count == 0)
        {
            Clear();
        }

        return count;
    }

    /// <summary>Forgets what nobody has read, and holds no memory for it.</summary>
    public void Clear()
    {
        _ring = [];
        _head = 0;
        Count = 0;
    }
}
