using Akka.Configuration;
using Akka.Configuration.Hocon;

namespace Akka.Tests.Configuration;

public class ConfigFallbackTests
{
    private static readonly Config First = ConfigurationFactory.ParseString("foo { bar { a = 123 } }");

    private static readonly Config Second =
        ConfigurationFactory.ParseString("foo { bar { a = 1, b = 2, c = 3 } }, other = 1");

    private static readonly Config Third = ConfigurationFactory.ParseString("foo { bar { a = 99, d = 4 } }, last = 2");

    [Fact]
    public void Looks_in_the_fallback_for_what_is_not_there()
    {
        var config = First.WithFallback(Second);

        Assert.Equal([123, 2, 3], new[] { "a", "b", "c" }.Select(key => config.GetInt($"foo.bar.{key}")));
        Assert.True(config.HasPath("other"));
        Assert.Same(Second, config.Fallback);
    }

    [Fact]
    public void Leaves_both_sides_as_they_were()
    {
        var first = First.ToString();
        var second = Second.ToString();

        First.WithFallback(Second).WithFallback(Third);

        Assert.Equal(first, First.ToString());
        Assert.Equal(second, Second.ToString());
        Assert.False(First.HasPath("other"));
        Assert.Null(First.Fallback);
    }

    [Fact]
    public void Falls_back_in_order_however_the_chain_was_built()
    {
        foreach (var config in new[]
                 {
                     First.WithFallback(Second).WithFallback(Third),
                     First.WithFallback(Second.WithFallback(Third)),
                     First.SafeWithFallback(Second).SafeWithFallback(Third),
                     new Config(First, new Config(Second, Third)),
                 })
        {
            Assert.Equal(123, config.GetInt("foo.bar.a"));
            Assert.Equal(2, config.GetInt("foo.bar.b"));
            Assert.Equal(4, config.GetInt("foo.bar.d"));
            Assert.Equal(2, config.GetInt("last"));
        }
    }

    [Fact]
    public void Keeps_the_fallback_in_a_part_of_a_configuration()
    {
        var config = First.WithFallback(Second).WithFallback(Third).GetConfig("foo.bar");

        Assert.Equal("123 2 4", $"{config.GetInt("a")} {config.GetInt("b")} {config.GetInt("d")}");
        Assert.Equal(["a", "d", "b", "c"], config.AsEnumerable().Select(i => i.Key));
        Assert.Equal(3, First.WithFallback(Second).GetConfig("foo.bar").GetInt("c"));
    }

    [Fact]
    public void Finds_a_part_that_only_the_fallback_has()
        => Assert.Equal(5, First.WithFallback("x { y = 5 }").GetConfig("x").GetInt("y"));

    [Fact]
    public void Hides_an_object_of_the_fallback_behind_a_value()
    {
        Config top = "foo = 1, bar = { x = 1 }", bottom = "foo { a = 1 }, bar = 2";

        var config = top.WithFallback(bottom);

        Assert.False(config.HasPath("foo.a"));
        Assert.Equal(1, config.GetInt("foo"));
        Assert.Equal(1, config.GetInt("bar.x"));
    }

    [Fact]
    public void Hides_an_object_behind_a_value_between_two_objects_however_the_chain_was_built()
    {
        Config top = "a { x = 1 }", middle = "a = 5", bottom = "a { y = 2 }";

        foreach (var config in new[]
                 {
                     top.WithFallback(middle).WithFallback(bottom),
                     top.WithFallback(middle.WithFallback(bottom)),
                     ConfigurationFactory.ParseString("a = 5, a { x = 1 }").WithFallback(bottom),
                     ((Config)"b { a = 5 }, b { a { x = 1 } }").GetConfig("b").WithFallback(bottom),
                 })
        {
            Assert.Equal(1, config.GetInt("a.x"));
            Assert.False(config.HasPath("a.y"));
        }
    }

    [Fact]
    public void Replaces_an_array_as_a_whole()
        => Assert.Equal([1], ConfigurationFactory.ParseString("a = [1]").WithFallback("a = [2, 3]").GetIntList("a"));

    [Fact]
    public void Hides_the_fallback_behind_null()
    {
        var config = ConfigurationFactory.ParseString("a = null").WithFallback("a = 1");

        Assert.Null(config.GetString("a", "default"));
    }

    [Fact]
    public void Is_the_fallback_itself_when_it_is_empty()
    {
        Assert.Same(Second, Config.Empty.WithFallback(Second));
        Assert.Same(Second, ((Config?)null).SafeWithFallback(Second));
        Assert.Same(Second, Second.WithFallback(null!));
        Assert.Same(Second, Second.SafeWithFallback(Second));
    }

    [Fact]
    public void Cannot_be_its_own_fallback()
        => Assert.Throws<ArgumentException>(() => First.WithFallback(First));

    [Fact]
    public void Adds_texts()
    {
        Assert.Equal(1, (First + "other = 1").GetInt("other"));
        Assert.Equal(7, ("foo.bar.a = 7" + Second).GetInt("foo.bar.a"));
        Config converted = "a = 5";
        Assert.Equal(5, converted.GetInt("a"));
    }

    [Fact]
    public void Writes_itself_with_or_without_fallback()
    {
        var config = ConfigurationFactory.ParseString("a = 1").WithFallback("b = 2");

        Assert.Equal("  a : 1\r\n", config.ToString());
        Assert.Equal(config.ToString(), config.ToString(false));
        Assert.Equal("  b : 2\r\n  a : 1\r\n", config.ToString(true));
    }

    [Fact]
    public void Is_empty_when_nothing_is_in_it()
    {
        Assert.True(new Config().IsEmpty);
        Assert.True(Config.Empty.IsEmpty);
        Assert.True(ConfigurationFactory.ParseString("a {}").GetConfig("a").IsEmpty);
        Assert.True(((Config?)null).IsNullOrEmpty());
        Assert.False(First.IsNullOrEmpty());
        Assert.False(new Config(Config.Empty, First).IsEmpty);
        Assert.Equal(
            "Current node should not be null",
            Assert.Throws<InvalidOperationException>(() => new Config().GetString("a")).Message);
    }

    [Fact]
    public void Wraps_a_value_in_a_configuration()
    {
        var value = First.GetValue("foo.bar");

        Assert.Equal(123, value.ToConfig().GetInt("a"));
        Assert.Equal(123, value.AtKey("deep").GetInt("deep.a"));
        Assert.Equal(123, new Config(new HoconRoot(value)).GetInt("a"));
        Assert.Throws<ArgumentNullException>(() => new Config(new HoconRoot(null!)));
    }

    [Fact]
    public void Names_the_missing_part_of_a_configuration()
    {
        Assert.Equal(
            "Failed to instantiate String: Configuration does not contain `a.b` node",
            ConfigurationException.NullOrEmptyConfig<string>("a.b").Message);
        Assert.Equal(
            "Failed to instantiate String: Configuration is null or empty.",
            ConfigurationException.NullOrEmptyConfig<string>().Message);
    }
}
