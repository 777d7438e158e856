using Akka.Configuration;
using Akka.Configuration.Hocon;

namespace Akka.Tests.Configuration;

public class HoconObjectTests
{
    [Fact]
    public void Builds_a_value_by_hand()
    {
        var value = new HoconValue();
        var root = new HoconObject();
        value.AppendValue(root);
        root.GetOrCreateKey("a").AppendValue(new HoconLiteral { Value = "1" });
        root.GetOrCreateKey("a").AppendValue(new HoconLiteral { Value = "2" });
        root.GetOrCreateKey("b").NewValue(new HoconArray { value.GetChildObject("a") });

        var config = value.ToConfig();

        Assert.Equal(12, config.GetInt("a"));
        Assert.Equal([12], config.GetIntList("b"));
        value.Clear();
        Assert.True(value.IsEmpty);
    }

    [Fact]
    public void Merges_another_object_into_itself()
    {
        var target = ConfigurationFactory.ParseString("a { x = 1, y = 1 }, b = 1").Root.GetObject();
        var other = ConfigurationFactory.ParseString("a { y = 2 }, c = 3").Root.GetObject();

        target.Merge(other);

        Assert.Equal("a : {\r\n  x : 1\r\n  y : 2\r\n}\r\nb : 1\r\nc : 3\r\n", target.ToString(0));
    }

    [Fact]
    public void Unwraps_nested_objects()
    {
        var unwrapped = ConfigurationFactory.ParseString("a { b = 1 }, c = 2").Root.GetObject().Unwrapped;

        Assert.Equal("1", ((IDictionary<string, object>)unwrapped["a"])["b"].ToString());
        Assert.Equal("2", unwrapped["c"].ToString());
    }

    [Fact]
    public void Tells_its_kinds_apart()
    {
        var config = ConfigurationFactory.ParseString("s = x, a = [1], o {}, r = ${a}, q = ${o}");

        Assert.True(config.GetValue("s").IsString());
        Assert.False(config.GetValue("s").IsArray() || config.GetValue("s").IsObject());
        Assert.True(config.GetValue("a").IsArray() && !config.GetValue("a").IsString());
        Assert.True(config.GetValue("o").IsObject() && config.GetValue("o").IsEmpty);
        Assert.True(config.GetValue("r").IsArray());
        Assert.True(config.GetValue("q").IsObject());
        Assert.Null(config.GetString("o", "default"));
        Assert.Null(config.GetString("a", "default"));
    }
}
