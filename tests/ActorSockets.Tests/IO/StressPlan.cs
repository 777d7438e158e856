namespace ActorSockets.Tests.IO;

/// <summary>
/// What one connection of the random run does, from its seed: how much each side sends, and who ends it how.
/// </summary>
public sealed class StressPlan
{
    private const int MaxBytes = 400_000;

    public StressPlan(int seed)
    {
        var random = new Random(seed);
        Seed = seed;
        Ending = (Ending)random.Next(6);
        ToServer = random.Next(4) == 0 ? random.Next(MaxBytes) : random.Next(2000);
        ToClient = random.Next(4) == 0 ? random.Next(MaxBytes) : random.Next(2000);
        IsOnLoop = random.Next(2) == 0;
    }

    public int Seed { get; }

    public Ending Ending { get; }

    /// <summary>Bytes that the client means to send, unless it is cut short.</summary>
    public int ToServer { get; }

    /// <summary>Bytes that the server means to send.</summary>
    public int ToClient { get; }

    /// <summary>Whether the server's handler runs on the I/O thread.</summary>
    public bool IsOnLoop { get; }

    /// <summary>
    /// The stream's byte number <paramref name="position"/>: each connection and direction has its own.
    /// </summary>
    public static byte At(int seed, long position) => (byte)((position * 31) ^ (position >> 8) ^ (seed * 7));

    public static byte[] Piece(int seed, long position, int count)
    {
        var piece = new byte[count];
        for (var i = 0; i < count; i++)
        {
            piece[i] = At(seed, position + i);
        }

        return piece;
    }
}
