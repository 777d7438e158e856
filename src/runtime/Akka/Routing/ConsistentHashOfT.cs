namespace Akka.Routing;

/// <summary>
/// A ring of nodes, each at many places: a key belongs to the next node on the ring, so that a node that comes or goes
/// moves the keys next to its places only. Immutable.
/// </summary>
public class ConsistentHash<T>
{
    private readonly int _virtualNodesFactor;
    private readonly int[] _places;
    private readonly T[] _nodes;

    public ConsistentHash(SortedDictionary<int, T> nodes, int virtualNodesFactor)
    {
        if (virtualNodesFactor < 1)
        {
            throw new ArgumentException("virtualNodesFactor must be >= 1", nameof(virtualNodesFactor));
        }

        _virtualNodesFactor = virtualNodesFactor;
        _places = [.. nodes.Keys];
        _nodes = [.. nodes.Values];
    }

    public bool IsEmpty => _places.Length == 0;

    public ConsistentHash<T> Add(T node) => this + node;

    public T NodeFor(byte[] key) => IsEmpty ? throw EmptyRing(key) : NodeAt(ConsistentHash.HashOf(key));

    public T NodeFor(string key) => IsEmpty ? throw EmptyRing(key) : NodeAt(ConsistentHash.HashOf(key));

    public ConsistentHash<T> Remove(T node) => this - node;

    public static ConsistentHash<T> operator +(ConsistentHash<T> hash, T node)
    {
        var ring = hash.Ring();
        foreach (var place in ConsistentHash.PlacesOf(node, hash._virtualNodesFactor))
        {
            ring[place] = node;
        }

        return new ConsistentHash<T>(ring, hash._virtualNodesFactor);
    }

    public static ConsistentHash<T> operator -(ConsistentHash<T> hash, T node)
    {
        // A place that two nodes share belongs to one of them, and stays when the other goes.
        var rest = hash.Ring().Where(place => !EqualityComparer<T>.Default.Equals(place.Value, node));
        return new ConsistentHash<T>(
            new SortedDictionary<int, T>(rest.ToDictionary()), hash._virtualNodesFactor);
    }

    internal T NodeAt(int hash)
    {
        var index = Array.BinarySearch(_places, hash);
        index = index >= 0 ? index : ~index;
        return _nodes[index == _places.Length ? 0 : index];
    }

    private static InvalidOperationException EmptyRing(object key) =>
        new($"Can't get node for [{key}] from an empty node ring");

    private SortedDictionary<int, T> Ring()
    {
        var ring = new SortedDictionary<int, T>();
        for (var i = 0; i < _places.Length; i++)
        {
            ring.Add(_places[i], _nodes[i]);
        }

        return ring;
    }
}
