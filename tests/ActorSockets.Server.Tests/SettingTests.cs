using Akka.Configuration;

namespace ActorSockets.Server.Tests;

public sealed class SettingTests
{
    [Theory]
    [InlineData("a.b=10s", "10s")]
    [InlineData("a.b = two words ", "two words")]
    [InlineData("a.b=127.0.0.1:80", "127.0.0.1:80")]
    [InlineData("a.b=\"quoted\"", "quoted")]
    [InlineData("a.b=C:\\dir", "C:\\dir")]
    [InlineData("a.b=say \"x\"", "say \"x\"")]
    [InlineData("a.b=x=y", "x=y")]
    [InlineData("a.b=", "")]
    [InlineData("a.b=no # comment", "no # comment")]
    public void A_plain_value_is_taken_as_it_is(string setting, string expected) =>
        Assert.Equal(expected, Setting.Parse(setting).GetString("a.b"));

    [Fact]
    public void A_number_is_a_number() => Assert.Equal(42, Setting.Parse("a=42").GetInt("a"));

    [Fact]
    public void A_list_is_a_list() => Assert.Equal(["x", "y"], Setting.Parse("a=[x, y]").GetStringList("a"));

    [Fact]
    public void An_object_is_an_object() => Assert.Equal(1, Setting.Parse("a={ b { c = 1 } }").GetInt("a.b.c"));

    [Theory]
    [InlineData("a")]
    [InlineData("=1")]
    [InlineData(" = 1")]
    public void Without_a_key_it_is_refused(string setting)
    {
        var mistake = Assert.Throws<ConfigurationException>(() => Setting.Parse(setting));

        Assert.Equal($"--set {setting}: expected KEY=VALUE.", mistake.Message);
    }
}
