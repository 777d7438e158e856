using System.Net;
using Akka.IO;

namespace ActorSockets.IO.Engine;

/// <summary>
/// What all datagram sockets of one loop read into and send from, a batch at a time. Nothing keeps a slice of it: what
/// came in is copied out before anybody is told, and what goes out is gathered anew for each send.
/// </summary>
internal sealed class DatagramBuffers
{
    /// <summary>More than fits into a datagram: UDP counts its length, header included, in 16 bits (RFC 768).</summary>
    public const int MaxPayload = ushort.MaxValue;

    private const int CacheLine = 64;
    private const int Page = 4096;

    private readonly int[] _inLengths;
    private readonly IPEndPoint?[] _senders;
    private readonly int[] _outOffsets;
    private readonly int[] _outLengths;
    private readonly IPEndPoint?[] _targets;

    /// <param name="batch">How many datagrams are read, or sent, at once.</param>
    /// <param name="maxBytes">The largest that is received.</param>
    public DatagramBuffers(int batch, int maxBytes)
    {
        Batch = batch;
        MaxBytes = maxBytes;
        // A byte more than the largest may take: a datagram that has filled it was too long. Slots begin a few cache
        // lines off each other's places in a page, or the first lines of all would compete for one set of the cache.
        SlotBytes = ((maxBytes + 1 + Page - 1) / Page * Page) + (5 * CacheLine);
        Incoming = GC.AllocateUninitializedArray<byte>(batch * SlotBytes, pinned: true);
        Outgoing = GC.AllocateUninitializedArray<byte>(MaxPayload, pinned: true);
        _inLengths = new int[batch];
        _senders = new IPEndPoint?[batch];
        _outOffsets = new int[batch];
        _outLengths = new int[batch];
        _targets = new IPEndPoint?[batch];
    }

    public int Batch { get; }

    public int MaxBytes { get; }

    /// <summary>From the beginning of one slot to that of the next.</summary>
    public int SlotBytes { get; }

    /// <summary>What one read may put into a slot.</summary>
    public int ReadBytes => MaxBytes + 1;

    /// <summary>Pinned: one slot for each datagram of a batch.</summary>
    public byte[] Incoming { get; }

    /// <summary>Pinned: the payloads that are to be sent, one behind the other.</summary>
    public byte[] Outgoing { get; }

    /// <summary>Datagrams that have come in.</summary>
    public int InCount { get; private set; }

    /// <summary>Datagrams that are to be sent.</summary>
    public int OutCount { get; private set; }

    public void ClearIncoming() => InCount = 0;

    /// <summary>For the socket: slot number <see cref="InCount"/> has been filled.</summary>
    /// <param name="length">How many bytes are in it.</param>
    /// <param name="sender">Null when the socket has but one peer.</param>
    public void AddIncoming(int length, IPEndPoint? sender)
    {
        _inLengths[InCount] = length;
        _senders[InCount] = sender;
        InCount++;
    }

    public Span<byte> Slot(int index) => Incoming.AsSpan(index * SlotBytes, ReadBytes);

    public bool IsTooLong(int index) => _inLengths[index] > MaxBytes;

    public IPEndPoint? SenderOf(int index) => _senders[index];

    public ByteString CopyOut(int index) => _inLengths[index] == 0
        ? ByteString.Empty
        : ByteString.CopyFrom(Incoming, index * SlotBytes, _inLengths[index]);

    public void ClearOutgoing() => OutCount = 0;

    /// <summary>Takes a datagram in for the next send, unless there is no room left for it.</summary>
    /// <param name="payload">Not longer than <see cref="MaxPayload"/>; in how many pieces does not matter.</param>
    /// <param name="target">Null when the socket has but one peer.</param>
    public bool TryAddOutgoing(ByteString payload, IPEndPoint? target)
    {
        var offset = OutCount == 0 ? 0 : _outOffsets[OutCount - 1] + _outLengths[OutCount - 1];
        if (OutCount == Batch || Outgoing.Length - offset < payload.Count)
        {
            return false;
        }

        var room = Outgoing.AsSpan(offset, payload.Count);
        payload.CopyTo(ref room, 0, payload.Count);
        _outOffsets[OutCount] = offset;
        _outLengths[OutCount] = payload.Count;
        _targets[OutCount] = target;
        OutCount++;
        return true;
    }

    public int OutOffset(int index) => _outOffsets[index];

    public int OutLength(int index) => _outLengths[index];

    public ReadOnlySpan<byte> OutPayload(int index) => Outgoing.AsSpan(_outOffsets[index], _outLengths[index]);

    public IPEndPoint? TargetOf(int index) => _targets[index];
}
