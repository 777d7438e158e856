using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ActorSockets;

/// <summary>Names one connection. No two connections of any processes share one.</summary>
/// <param name="Process">A random number that the process drew when it started.</param>
/// <param name="Number">The connection's number within the process, from 1.</param>
/// <remarks>Its text, such as <c>9f86d081884c7d65-42</c>, is also the name of the connection's actor.</remarks>
public readonly record struct ConnectionId(ulong Process, long Number)
{
    private static readonly ulong ThisProcess = Draw();
    private static long _last;

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <param name="text">The text; null is no id.</param>
    /// <param name="id">The id, when the result is true.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out ConnectionId id)
    {
        id = default;
        if (text is null || text.Length < 18 || text[16] != '-')
            return false;

        var culture = CultureInfo.InvariantCulture;
        if (!ulong.TryParse(text.AsSpan(0, 16), NumberStyles.AllowHexSpecifier, culture, out var process)
            || !long.TryParse(text.AsSpan(17), NumberStyles.None, culture, out var number))
        {
            return false;
        }

        id = new ConnectionId(process, number);
        return true;
    }

    /// <summary>Sixteen hexadecimal digits, a hyphen, and a decimal number.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Process:x16}-{Number}");

    // Folded, the few bits of a Guid that are not random meet bits that are. A random number generator for keys would
    // bring OpenSSL into the process, and with it 5 MB.
    private static ulong Draw()
    {
        var random = Guid.NewGuid().ToByteArray();
        return BitConverter.ToUInt64(random) ^ BitConverter.ToUInt64(random, sizeof(ulong));
    }

    internal static ConnectionId Next() => new(ThisProcess, Interlocked.Increment(ref _last));
}
