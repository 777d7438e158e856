using System.Net;
using System.Net.Sockets;
using ActorSockets.IO.Engine;
using ActorSockets.IO.Engine.Memory;

namespace ActorSockets.Tests.IO.Wires;

/// <summary>An end of a connection in memory that is on no loop: who calls it waits.</summary>
internal sealed class MemoryPeer : RawPeer
{
    private readonly MemoryEnd _end;
    private readonly SemaphoreSlim _readable = new(0);
    private readonly SemaphoreSlim _writable = new(0);

    public MemoryPeer(MemoryEnd end)
    {
        _end = end;
        end.Attach(() => _readable.Release(), () => _writable.Release());
    }

    public override EndPoint Local => _end.Local;

    public override EndPoint Remote => _end.Remote;

    public override async Task<int> ReceiveAsync(Memory<byte> buffer)
    {
        IoResult result;
        while ((result = _end.Read(buffer.Span, out _)).IsWouldBlock)
        {
            await _readable.WaitAsync();
        }

        return Checked(result);
    }

    public override async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var result = _end.Write(bytes.Span);
            bytes = bytes[Checked(result)..];
            if (!bytes.IsEmpty)
            {
                await _writable.WaitAsync();
            }
        }
    }

    public override void FinishSending() => Checked(_end.ShutdownSend());

    public override void Reset()
    {
        _end.Abort();
        WakeAll();
    }

    protected override void Dispose(bool disposing)
    {
        _end.Close();
        WakeAll();
    }

    /// <summary>Who waits finds the end closed.</summary>
    private void WakeAll()
    {
        _readable.Release();
        _writable.Release();
    }

    private static int Checked(IoResult result) =>
        result.IsError ? throw new SocketException((int)result.Error) : result.Bytes;

    private static void Checked(SocketError error)
    {
        if (error != SocketError.Success)
        {
            throw new SocketException((int)error);
        }
    }
}
