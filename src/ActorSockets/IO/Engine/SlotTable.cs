using System.Diagnostics.CodeAnalysis;

namespace ActorSockets.IO.Engine;

/// <summary>
/// Finds objects by a 64-bit key: the lower half is an index, the upper half counts how often the slot was used, so
/// that a key of something removed finds nothing, even when its slot has been given away again. No key is 0.
/// </summary>
internal sealed class SlotTable<T>
    where T : class
{
    private (T? Item, uint Use)[] _slots = new (T?, uint)[64];
    private readonly Stack<uint> _free = new();
    private uint _used;

    public int Count => (int)_used - _free.Count;

    public ulong Add(T item)
    {
        var index = _free.TryPop(out var free) ? free : _used++;
        if (index == _slots.Length)
        {
            Array.Resize(ref _slots, _slots.Length * 2);
        }

        _slots[index].Item = item;
        if (_slots[index].Use == 0)
        {
            _slots[index].Use = 1;
        }

        return ((ulong)_slots[index].Use << 32) | index;
    }

    public void Remove(ulong key)
    {
        if (TryFind(key, out _))
        {
            var index = (uint)key;
            _slots[index].Item = null;
            _slots[index].Use++;
            _free.Push(index);
        }
    }

    public T[] Items() => _slots.Where(slot => slot.Item is not null).Select(slot => slot.Item!).ToArray();

    public bool TryFind(ulong key, [NotNullWhen(true)] out T? item)
    {
        var index = (uint)key;
        item = index < _slots.Length && _slots[index].Use == key >> 32 ? _slots[index].Item : null;
        return item is not null;
    }
}
