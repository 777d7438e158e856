using System.Net.Sockets;

namespace ActorSockets.IO.Engine;

/// <summary>
/// What one non-blocking read or write did: it moved bytes, would have blocked, met the end of the stream, or failed.
/// One integer, so that it travels in a register.
/// </summary>
internal readonly struct IoResult
{
    private const int BlockedValue = -1;
    private const int EndValue = -2;
    private const int FirstError = -16;

    private readonly int _value;

    private IoResult(int value) => _value = value;

    public static IoResult WouldBlock => new(BlockedValue);

    public static IoResult EndOfStream => new(EndValue);

    public static IoResult Moved(int bytes) => new(bytes);

    public static IoResult Failed(SocketError error) => new(FirstError - (int)error);

    /// <summary>Bytes moved; 0 unless some were.</summary>
    public int Bytes => Math.Max(_value, 0);

    public bool IsWouldBlock => _value == BlockedValue;

    public bool IsEndOfStream => _value == EndValue;

    /// <summary>SocketError.SocketError is -1, so failures reach one past the first.</summary>
    public bool IsError => _value <= FirstError + 1;

    public SocketError Error => IsError ? (SocketError)(FirstError - _value) : SocketError.Success;

    public override string ToString() =>
        IsError ? Error.ToString() : IsEndOfStream ? "EndOfStream" : IsWouldBlock ? "WouldBlock" : $"{_value} bytes";
}
