using Akka.Configuration;

namespace Akka.Hosting.Tests;

public class HoconExtensionsTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("two words", "two words")]
    [InlineData("", "\"\"")]
    [InlineData(null, "null")]
    [InlineData("null", "\"null\"")]
    [InlineData(" padded ", "\" padded \"")]
    [InlineData("a=b", "\"a=b\"")]
    [InlineData("\"", "\"\\\"\"")]
    [InlineData("\\", "\"\\\\\"")]
    [InlineData("/", "\"\\/\"")]
    [InlineData("\n", "\"\\n\"")]
    [InlineData("\uFB2F", "\"\\ufb2f\"")]
    public void Writes_a_text(string? text, string expected)
    {
        Assert.Equal(expected, text.ToHocon());
        Assert.Equal(text, ConfigurationFactory.ParseString($"a = {text.ToHocon()}").GetString("a"));
    }

    [Theory]
    [InlineData("$")]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("[")]
    [InlineData(",")]
    [InlineData("#")]
    [InlineData("//")]
    [InlineData("&")]
    [InlineData("Server=A\\B;uid=**;pwd=--;")]
    public void Writes_a_text_so_that_it_is_read_back(string text)
        => Assert.Equal($"x{text}y", ConfigurationFactory.ParseString($"a = {$"x{text}y".ToHocon()}").GetString("a"));

    [Fact]
    public void Writes_numbers_and_truth_values()
    {
        Assert.Equal("on off", $"{true.ToHocon()} {((bool?)false).ToHocon()}");
        Assert.Equal("1 -2 1.5 0.25", $"{1.ToHocon()} {(-2L).ToHocon()} {1.5.ToHocon()} {0.25f.ToHocon()}");
        Assert.Throws<ConfigurationException>(() => ((bool?)null).ToHocon());
        Assert.Throws<ConfigurationException>(() => ((int?)null).ToHocon());
        Assert.Throws<ConfigurationException>(() => ((TimeSpan?)null).ToHocon());
    }

    [Fact]
    public void Writes_durations()
    {
        Assert.Equal("1500", TimeSpan.FromSeconds(1.5).ToHocon());
        Assert.Equal("0", TimeSpan.Zero.ToHocon());
        Assert.Equal("infinite", TimeSpan.Zero.ToHocon(allowInfinite: true, zeroIsInfinite: true));
        Assert.Equal("infinite", Timeout.InfiniteTimeSpan.ToHocon(allowInfinite: true));
        Assert.Throws<ConfigurationException>(() => Timeout.InfiniteTimeSpan.ToHocon());
        Assert.Throws<ConfigurationException>(() => TimeSpan.Zero.ToHocon(zeroIsInfinite: true));
    }
}
