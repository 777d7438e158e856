using System.Collections;
using System.Collections.Concurrent;

namespace Akka.Util;

/// <summary>A set for many threads; an enumeration sees a state that may change meanwhile.</summary>
public class ConcurrentSet<T> : ICollection<T>
    where T : notnull
{
    private readonly ConcurrentDictionary<T, byte> _items;

    public ConcurrentSet()
    {
        _items = new ConcurrentDictionary<T, byte>();
    }

    public ConcurrentSet(IEnumerable<T> collection)
        : this(collection, EqualityComparer<T>.Default)
    {
    }

    public ConcurrentSet(IEqualityComparer<T> comparer)
    {
        _items = new ConcurrentDictionary<T, byte>(comparer);
    }

    public ConcurrentSet(IEnumerable<T> collection, IEqualityComparer<T> comparer)
        : this(comparer)
    {
        AddAll(collection);
    }

    public ConcurrentSet(int concurrencyLevel, int capacity)
    {
        _items = new ConcurrentDictionary<T, byte>(concurrencyLevel, capacity);
    }

    public ConcurrentSet(int concurrencyLevel, IEnumerable<T> collection, IEqualityComparer<T> comparer)
        : this(concurrencyLevel, 0, comparer)
    {
        AddAll(collection);
    }

    public ConcurrentSet(int concurrencyLevel, int capacity, IEqualityComparer<T> comparer)
    {
        _items = new ConcurrentDictionary<T, byte>(concurrencyLevel, capacity, comparer);
    }

    public int Count => _items.Count;

    public bool IsEmpty => _items.IsEmpty;

    bool ICollection<T>.IsReadOnly => false;

    public void Clear() => _items.Clear();

    public bool Contains(T item) => _items.ContainsKey(item);

    public bool TryAdd(T item) => _items.TryAdd(item, 0);

    public bool TryRemove(T item) => _items.TryRemove(item, out _);

    void ICollection<T>.Add(T item) => TryAdd(item);

    bool ICollection<T>.Remove(T item) => TryRemove(item);

    void ICollection<T>.CopyTo(T[] array, int arrayIndex) => _items.Keys.CopyTo(array, arrayIndex);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => Enumerate();

    IEnumerator IEnumerable.GetEnumerator() => Enumerate();

    // Not by Keys, which locks the whole table and copies it.
    private IEnumerator<T> Enumerate()
    {
        foreach (var item in _items)
        {
            yield return item.Key;
        }
    }

    private void AddAll(IEnumerable<T> collection)
    {
        foreach (var item in collection)
        {
            TryAdd(item);
        }
    }
}
