using System.Runtime.InteropServices;

namespace ActorSockets.IO.Engine;

/// <summary>
/// struct mmsghdr of recvmmsg(2) and sendmmsg(2): a struct msghdr of 56 bytes, a length, and padding. The same on x64
/// and arm64. (musl declares two of the lengths as 32 bits and padding, which is the same for what is put in here.)
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 64)]
internal unsafe struct MessageHeader
{
    [FieldOffset(0)]
    public byte* Address;

    [FieldOffset(8)]
    public uint AddressLength;

    [FieldOffset(16)]
    public Piece* Pieces;

    [FieldOffset(24)]
    public nuint PieceCount;

    /// <summary>Filled in by the system: how many bytes were received or sent.</summary>
    [FieldOffset(56)]
    public uint Transferred;

    /// <summary>struct iovec: one stretch of memory.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Piece
    {
        public byte* Start;
        public nuint Length;
    }
}
