namespace ActorSockets.IO.Engine;

/// <summary>
/// The headers that recvmmsg(2) and sendmmsg(2) want, over one loop's <see cref="DatagramBuffers"/>. For the loop's
/// thread.
/// </summary>
internal sealed unsafe class MessageHeaders
{
    private readonly DatagramBuffers _buffers;
    private readonly MessageHeader[] _in;
    private readonly MessageHeader[] _out;
    private readonly MessageHeader.Piece[] _inPieces;
    private readonly MessageHeader.Piece[] _outPieces;
    private readonly byte[] _inAddresses;
    private readonly byte[] _outAddresses;
    private readonly PeerCache _peers = new();

    public MessageHeaders(DatagramBuffers buffers)
    {
        _buffers = buffers;
        _in = Pinned<MessageHeader>(buffers.Batch);
        _out = Pinned<MessageHeader>(buffers.Batch);
        _inPieces = Pinned<MessageHeader.Piece>(buffers.Batch);
        _outPieces = Pinned<MessageHeader.Piece>(buffers.Batch);
        _inAddresses = Pinned<byte>(buffers.Batch * NativeAddress.MaxIPLength);
        _outAddresses = Pinned<byte>(buffers.Batch * NativeAddress.MaxIPLength);
        for (var i = 0; i < buffers.Batch; i++)
        {
            PrepareIncoming(i);
            PrepareOutgoing(i);
        }
    }

    /// <summary>For as many datagrams as a batch has.</summary>
    public MessageHeader* Incoming => Start(_in);

    /// <summary>Notes the datagrams that the system has put into the slots.</summary>
    public void TakeIncoming(int count, bool fromOnePeer)
    {
        for (var i = 0; i < count; i++)
        {
            ref var header = ref _in[i];
            var sender = fromOnePeer
                ? null
                : _peers.Find(new ReadOnlySpan<byte>(header.Address, (int)header.AddressLength));
            _buffers.AddIncoming((int)header.Transferred, sender);
            // The system has put the address's own length here.
            header.AddressLength = NativeAddress.MaxIPLength;
        }
    }

    /// <summary>Describes what has been gathered.</summary>
    public MessageHeader* Outgoing(bool toIPv6)
    {
        for (var i = 0; i < _buffers.OutCount; i++)
        {
            _outPieces[i].Start = Start(_buffers.Outgoing) + _buffers.OutOffset(i);
            _outPieces[i].Length = (nuint)_buffers.OutLength(i);
            _out[i].AddressLength = _buffers.TargetOf(i) is { } target
                ? (uint)NativeAddress.Write(AddressOf(_outAddresses, i), target, toIPv6)
                : 0;
        }

        return Start(_out);
    }

    private static T[] Pinned<T>(int count)
        where T : unmanaged => GC.AllocateArray<T>(count, pinned: true);

    private static T* Start<T>(T[] pinned)
        where T : unmanaged => (T*)System.Runtime.InteropServices.Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0);

    private static Span<byte> AddressOf(byte[] addresses, int index) =>
        addresses.AsSpan(index * NativeAddress.MaxIPLength, NativeAddress.MaxIPLength);

    private void PrepareIncoming(int index)
    {
        _inPieces[index].Start = Start(_buffers.Incoming) + (index * _buffers.SlotBytes);
        _inPieces[index].Length = (nuint)_buffers.ReadBytes;
        _in[index].Pieces = Start(_inPieces) + index;
        _in[index].PieceCount = 1;
        _in[index].Address = Start(_inAddresses) + (index * NativeAddress.MaxIPLength);
        _in[index].AddressLength = NativeAddress.MaxIPLength;
    }

    private void PrepareOutgoing(int index)
    {
        _out[index].Pieces = Start(_outPieces) + index;
        _out[index].PieceCount = 1;
        _out[index].Address = Start(_outAddresses) + (index * NativeAddress.MaxIPLength);
    }
}
