using System.Globalization;
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
                ring[hash] = node;
            }
        }

        return new ConsistentHash<T>(ring, virtualNodesFactor);
    }

    internal static IEnumerable<int> PlacesOf<T>(T node, int virtualNodesFactor)
    {
        var name = node?.ToString() ?? "";
        return Enumerable.Range(1, virtualNodesFactor).Select(i => HashOf(name + i.ToString("X")));
    }

    internal static int HashOf(string key) => Spread(MurmurHash.StringHash(key));

    internal static int HashOf(byte[] key) => Spread(MurmurHash.ByteHash(key));

    // Equal keys have to meet whatever their type makes of Equals: the same content is the same key.
    internal static int HashOfAny(object key) => key switch
    {
        string text => HashOf(text),
        byte[] bytes => HashOf(bytes),
        IFormattable value => HashOf(value.ToString(null, CultureInfo.InvariantCulture)),
        _ => HashOf(JsonSerializer.SerializeToUtf8Bytes(key, key.GetType())),
    };

    private static int Spread(int hash) => (int)MurmurHash.FinalizeHash((uint)hash);
}
