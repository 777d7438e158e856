using Akka.Dispatch;

namespace ActorSockets.IO.Engine;

/// <summary>A ring of runnables that only its loop's thread touches: no locks, no fences, grows by doubling.</summary>
internal sealed class RunQueue
{
    private IRunnable?[] _items = new IRunnable?[256];
    private int _head;
    private int _count;

    public int Count => _count;

    public void Enqueue(IRunnable run)
    {
        if (_count == _items.Length)
        {
            Grow();
        }

        _items[(_head + _count) & (_items.Length - 1)] = run;
        _count++;
    }

    public IRunnable Dequeue()
    {
        var run = _items[_head]!;
        _items[_head] = null;
        _head = (_head + 1) & (_items.Length - 1);
        _count--;
        return run;
    }

    private void Grow()
    {
        var larger = new IRunnable?[_items.Length * 2];
        var upToEnd = _items.Length - _head;
        Array.Copy(_items, _head, larger, 0, upToEnd);
        Array.Copy(_items, 0, larger, upToEnd, _head);
        _items = larger;
        _head = 0;
    }
}
