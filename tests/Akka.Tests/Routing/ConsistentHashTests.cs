using Akka.Routing;

namespace Akka.Tests.Routing;

public class ConsistentHashTests
{
    private static readonly string[] Keys = Enumerable.Range(0, 1000).Select(i => "key" + i).ToArray();

    [Fact]
    public void Moves_keys_to_a_new_node_and_to_no_other()
    {
        var before = ConsistentHash.Create(["a", "b", "c"], 20);
        var after = before + "d";

        var moved = Keys.Where(key => before.NodeFor(key) != after.NodeFor(key)).ToArray();

        Assert.InRange(moved.Length, 1, 600);
        Assert.All(moved, key => Assert.Equal("d", after.NodeFor(key)));
    }

    [Fact]
    public void Takes_every_node_when_there_are_enough_keys()
    {
        var hash = ConsistentHash.Create(["a", "b", "c"], 20);

        Assert.Equal(["a", "b", "c"], Keys.Select(hash.NodeFor).Distinct().Order());
    }

    [Fact]
    public void Is_the_same_when_a_node_comes_and_goes()
    {
        var before = ConsistentHash.Create(["a", "b"], 10);
        var after = before.Add("c").Remove("c");

        Assert.All(Keys, key => Assert.Equal(before.NodeFor(key), after.NodeFor(key)));
    }

    [Fact]
    public void Has_no_node_when_it_is_empty()
    {
        var hash = ConsistentHash.Create<string>([], 10);

        Assert.True(hash.IsEmpty);
        Assert.Equal(
            "Can't get node for [key] from an empty node ring",
            Assert.Throws<InvalidOperationException>(() => hash.NodeFor("key")).Message);
    }

    [Fact]
    public void Refuses_a_node_that_is_there_twice() =>
        Assert.Throws<ArgumentException>(() => ConsistentHash.Create(["a", "a"], 3));

    [Fact]
    public void Needs_a_place_for_each_node()
    {
        Assert.Throws<ArgumentException>(() => ConsistentHash.Create(["a"], 0));
    }
}
