using Akka.Configuration;

namespace Akka.Tests.Configuration;

public class ConfigValueTests
{
    [Fact]
    public void Answers_with_the_default_when_nothing_is_there()
    {
        var config = ConfigurationFactory.ParseString("a { b = 1 }");

        Assert.Null(config.GetString("no"));
        Assert.Equal("x", config.GetString("a.no", "x"));
        Assert.Equal("x", config.GetString("a.b.no", "x"));
        Assert.True(config.GetBoolean("no", true));
        Assert.Equal(7, config.GetInt("no", 7));
        Assert.Equal(7L, config.GetLong("no", 7));
        Assert.Equal(7f, config.GetFloat("no", 7));
        Assert.Equal(7d, config.GetDouble("no", 7));
        Assert.Equal(7m, config.GetDecimal("no", 7));
        Assert.Null(config.GetByteSize("no"));
        Assert.Equal(7, config.GetByteSize("no", 7));
        Assert.Equal(TimeSpan.Zero, config.GetTimeSpan("no"));
        Assert.Equal(TimeSpan.FromSeconds(7), config.GetTimeSpan("no", TimeSpan.FromSeconds(7)));
        Assert.Empty(config.GetStringList("no"));
        Assert.Empty(config.GetIntList("no"));
        Assert.Equal(["x"], config.GetStringList("no", ["x"]));
        Assert.Null(config.GetConfig("no"));
        Assert.Null(config.GetValue("no"));
        Assert.False(config.HasPath("no"));
    }

    [Theory]
    [InlineData("on", true)]
    [InlineData("true", true)]
    [InlineData("yes", true)]
    [InlineData("off", false)]
    [InlineData("false", false)]
    [InlineData("no", false)]
    public void Reads_a_truth_value(string text, bool expected)
        => Assert.Equal(expected, ConfigurationFactory.ParseString($"a = {text}").GetBoolean("a", !expected));

    [Fact]
    public void Reads_numbers_independent_of_culture()
    {
        var config = ConfigurationFactory.ParseString("i = -12, l = 9000000000, d = 1.5, e = 25e-1, b = 255");

        Assert.Equal(-12, config.GetInt("i"));
        Assert.Equal(9_000_000_000, config.GetLong("l"));
        Assert.Equal(1.5, config.GetDouble("d"));
        Assert.Equal(1.5f, config.GetFloat("d"));
        Assert.Equal(1.5m, config.GetDecimal("d"));
        Assert.Equal(2.5, config.GetDouble("e"));
        Assert.Equal(255, config.GetValue("b").GetByte());
    }

    [Fact]
    public void Reads_lists()
    {
        var config = ConfigurationFactory.ParseString("n = [1, 2], f = [1.5], t = [on, off], s = [a, null, \"b c\"]");

        Assert.Equal([1, 2], config.GetIntList("n"));
        Assert.Equal([1L, 2L], config.GetLongList("n"));
        Assert.Equal([1, 2], config.GetByteList("n"));
        Assert.Equal([1.5], config.GetDoubleList("f"));
        Assert.Equal([1.5f], config.GetFloatList("f"));
        Assert.Equal([1.5m], config.GetDecimalList("f"));
        Assert.Equal([true, false], config.GetBooleanList("t"));
        Assert.Equal(["a", null!, "b c"], config.GetStringList("s"));
        Assert.Equal(["a", null!, "b c"], config.GetStringList("s", ["default"]));
    }

    [Theory]
    [InlineData("500", 5_000_000)]
    [InlineData("500 ms", 5_000_000)]
    [InlineData("1500us", 15_000)]
    [InlineData("2 microseconds", 20)]
    [InlineData("1000 ns", 10)]
    [InlineData("100nanoseconds", 1)]
    [InlineData("1 milli", 10_000)]
    [InlineData("0.5s", 5_000_000)]
    [InlineData("2 seconds", 20_000_000)]
    [InlineData("1m", 600_000_000)]
    [InlineData("1.5 minutes", 900_000_000)]
    [InlineData("1 hour", 36_000_000_000)]
    [InlineData("1h", 36_000_000_000)]
    [InlineData("1 day", 864_000_000_000)]
    [InlineData("2d", 1_728_000_000_000)]
    [InlineData("0s", 0)]
    [InlineData("infinite", -10_000)]
    [InlineData("Infinite", -10_000)]
    public void Reads_a_duration(string text, long ticks)
        => Assert.Equal(ticks, ConfigurationFactory.ParseString($"a = {text}").GetTimeSpan("a").Ticks);

    [Theory]
    [InlineData("512", 512)]
    [InlineData("512B", 512)]
    [InlineData("128000b", 128_000)]
    [InlineData("3 bytes", 3)]
    [InlineData("2kB", 2_000)]
    [InlineData("2 KB", 2_000)]
    [InlineData("2K", 2_048)]
    [InlineData("2k", 2_048)]
    [InlineData("2KiB", 2_048)]
    [InlineData("1.5KiB", 1_536)]
    [InlineData("1MB", 1_000_000)]
    [InlineData("1M", 1_048_576)]
    [InlineData("64 MiB", 67_108_864)]
    [InlineData("2 gigabytes", 2_000_000_000)]
    [InlineData("1GiB", 1_073_741_824)]
    [InlineData("1TB", 1_000_000_000_000)]
    [InlineData("1T", 1_099_511_627_776)]
    [InlineData("1PB", 1_000_000_000_000_000)]
    [InlineData("1PiB", 1_125_899_906_842_624)]
    [InlineData("9EB", 9_000_000_000_000_000_000)]
    [InlineData("1 exbibyte", 1_152_921_504_606_846_976)]
    public void Reads_a_size(string text, long expected)
        => Assert.Equal(expected, ConfigurationFactory.ParseString($"a = {text}").GetByteSize("a"));

    [Theory]
    [InlineData("abc")]
    [InlineData("1.5")]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("0x10")]
    public void Refuses_what_is_no_whole_number(string text)
    {
        var config = ConfigurationFactory.ParseString($"x.a = {text}");

        var error = Assert.Throws<FormatException>(() => config.GetInt("x.a", 1));

        Assert.StartsWith("x.a: line 1, column 7: expected a whole number", error.Message);
        Assert.Throws<FormatException>(() => config.GetLong("x.a"));
    }

    [Fact]
    public void Refuses_a_number_that_is_too_large_for_its_type()
    {
        var config = ConfigurationFactory.ParseString("a = 3000000000");

        var error = Assert.Throws<OverflowException>(() => config.GetInt("a"));

        Assert.Contains("found '3000000000'", error.Message);
        Assert.Throws<OverflowException>(() => config.GetValue("a").GetByte());
    }

    [Theory]
    [InlineData("maybe")]
    [InlineData("True")]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("{}")]
    public void Refuses_what_is_no_truth_value(string text)
    {
        var error = Assert.Throws<NotSupportedException>(
            () => ConfigurationFactory.ParseString($"a = {text}").GetBoolean("a"));

        Assert.StartsWith("a: Unknown boolean format: ", error.Message);
    }

    [Theory]
    [InlineData("-1s")]
    [InlineData("1 fortnight")]
    [InlineData("s")]
    [InlineData("1S")]
    [InlineData("1e400")]
    [InlineData("NaN")]
    [InlineData("99999999999d")]
    [InlineData("null")]
    [InlineData("{}")]
    public void Refuses_what_is_no_duration(string text)
    {
        var config = ConfigurationFactory.ParseString($"a = {text}");

        var error = Assert.Throws<FormatException>(() => config.GetTimeSpan("a", TimeSpan.Zero));

        Assert.StartsWith("a: line 1, column 5: expected a duration", error.Message);
    }

    [Fact]
    public void Refuses_an_infinite_duration_where_a_finite_one_is_needed()
        => Assert.Throws<FormatException>(
            () => ConfigurationFactory.ParseString("a = infinite").GetTimeSpan("a", allowInfinite: false));

    [Theory]
    [InlineData("10 parsecs")]
    [InlineData("-1")]
    [InlineData("MB")]
    [InlineData("10EB")]
    [InlineData("1 k B")]
    [InlineData("[]")]
    public void Refuses_what_is_no_size(string text)
        => Assert.Throws<FormatException>(() => ConfigurationFactory.ParseString($"a = {text}").GetByteSize("a"));

    [Fact]
    public void Reads_null_as_no_size()
        => Assert.Null(ConfigurationFactory.ParseString("a = null").GetByteSize("a", 5));

    [Fact]
    public void Names_the_item_that_is_malformed_in_a_list()
    {
        var error = Assert.Throws<FormatException>(
            () => ConfigurationFactory.ParseString("a = [1, two]").GetIntList("a"));

        Assert.StartsWith("a: line 1, column 9: expected a whole number", error.Message);
    }
}
