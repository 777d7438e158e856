using ActorSockets.IO.Engine;

namespace ActorSockets.Tests.IO.Engine;

public class SlotTableTests
{
    private readonly SlotTable<string> _table = new();

    [Fact]
    public void Finds_what_was_added_by_its_key()
    {
        var keys = Enumerable.Range(0, 1000).ToDictionary(i => _table.Add($"item {i}"), i => $"item {i}");

        Assert.Equal(1000, keys.Count);
        Assert.All(keys, pair => Assert.True(_table.TryFind(pair.Key, out var item) && item == pair.Value));
    }

    [Fact]
    public void The_key_of_something_removed_finds_nothing_when_its_slot_is_used_again()
    {
        var old = _table.Add("old");
        _table.Remove(old);
        var fresh = _table.Add("fresh");

        Assert.False(_table.TryFind(old, out _));
        _table.Remove(old);
        Assert.True(_table.TryFind(fresh, out var item));
        Assert.Equal("fresh", item);
    }

    [Fact]
    public void No_key_is_0_so_that_what_was_never_added_removes_nothing()
    {
        var first = _table.Add("first");

        _table.Remove(0);

        Assert.NotEqual(0UL, first);
        Assert.Equal(["first"], _table.Items());
    }

    [Fact]
    public void A_key_that_nobody_got_finds_nothing()
    {
        Assert.False(_table.TryFind(ulong.MaxValue, out _));
        Assert.False(_table.TryFind(12345, out _));
    }
}
