using System.Text.Json;
using Akka.Util;

namespace Akka.Routing;

/// <summary>Makes rings of nodes, and the hashes that place nodes and keys on them.</summary>
public static class ConsistentHash
{
    public static ConsistentHash<T> Create<T>(IEnumerable<T> nodes, int virtualNodesFactor)
    {
        var ring = new SortedDictionary<int, T>();
        foreach (var node in nodes)
        {
            foreach (var hash in PlacesOf(node, virtualNodesFactor))
            {
                ring.Add(hash, node);
            }
        }

        return new ConsistentHash<T>(ring, virtualNodesFactor);
    }

    // Every process has to place a node alike, so the steps are part of the contract as much as the hash is.
    internal static IEnumerable<int> PlacesOf<T>(T node, int virtualNodesFactor)
    {
        var start = MurmurHash.StartHash((uint)HashOf(node?.ToString() ?? ""));
        return Enumerable.Range(1, virtualNodesFactor).Select(i => (int)MurmurHash.FinalizeHash(
            MurmurHash.ExtendHash(start, (uint)i, MurmurHash.StartMagicA, MurmurHash.StartMagicB)));
    }

    internal static int HashOf(string key) => MurmurHash.StringHash(key);

    internal static int HashOf(byte[] key) => MurmurHash.ByteHash(key);

    // Equal keys have to meet whatever their type makes of Equals: the same content is the same key.
    internal static int HashOfAny(object? key) => key switch
    {
        string text => HashOf(text),
        byte[] bytes => HashOf(bytes),
        _ => HashOf(BytesOf(key)),
    };

    private static byte[] BytesOf(object? key) => key switch
    {
        null => [0],
        bool value => BitConverter.GetBytes(value),
        char value => BitConverter.GetBytes(value),
        short value => BitConverter.GetBytes(value),
        ushort value => BitConverter.GetBytes(value),
        int value => BitConverter.GetBytes(value),
        uint value => BitConverter.GetBytes(value),
        long value => BitConverter.GetBytes(value),
        ulong value => BitConverter.GetBytes(value),
        float value => BitConverter.GetBytes(value),
        double value => BitConverter.GetBytes(value),
        Guid value => value.ToByteArray(),
        _ => JsonSerializer.SerializeToUtf8Bytes(key, key.GetType()),
    };
}
