using Akka.Configuration;

namespace Akka.Tests.Configuration;

public class ConfigurationFactoryTests
{
    private const string Resource = "Akka.Configuration.akka.conf";

    private enum Colour
    {
        Red = 1,
    }

    [Fact]
    public void Reads_its_defaults_from_the_assembly()
    {
        Assert.True(ConfigurationFactory.Default().HasPath("akka"));
        Assert.Same(ConfigurationFactory.Default(), ConfigurationFactory.Default());
    }

    [Fact]
    public void Reads_an_embedded_resource()
    {
        var expected = ConfigurationFactory.Default().ToString();

        Assert.Equal(expected, ConfigurationFactory.FromResource<Config>(Resource).ToString());
        Assert.Equal(expected, ConfigurationFactory.FromResource(Resource, typeof(Config).Assembly).ToString());
        Assert.Equal(expected, ConfigurationFactory.FromResource(Resource, (object)Config.Empty).ToString());
        Assert.Equal(expected, ConfigurationFactory.FromResource(Resource, (object)typeof(Config)).ToString());
    }

    [Fact]
    public void Names_a_resource_that_is_missing()
    {
        var error = Assert.Throws<ArgumentNullException>(() => ConfigurationFactory.FromResource<Config>("none.conf"));

        Assert.Contains("none.conf", error.Message);
    }

    [Fact]
    public void Is_empty_where_there_is_nothing_to_load()
    {
        Assert.True(ConfigurationFactory.Empty.IsEmpty);
        Assert.True(ConfigurationFactory.Load().IsEmpty);
    }

    [Fact]
    public void Reads_the_properties_of_an_object()
    {
        var config = ConfigurationFactory.FromObject(new
        {
            Name = "a \"quoted\" text",
            Count = 5,
            Ratio = 0.5,
            Enabled = true,
            Nothing = (string?)null,
            Timeout = TimeSpan.FromSeconds(1.5),
            Colour = Colour.Red,
            List = new[] { 1, 2 },
            Nested = new { Inner = new Dictionary<string, int> { ["k.l"] = 7 } },
        });

        Assert.Equal("a \"quoted\" text", config.GetString("Name"));
        Assert.Equal(5, config.GetInt("Count"));
        Assert.Equal(0.5, config.GetDouble("Ratio"));
        Assert.True(config.GetBoolean("Enabled"));
        Assert.Null(config.GetString("Nothing", "default"));
        Assert.Equal(1500, config.GetTimeSpan("Timeout").TotalMilliseconds);
        Assert.Equal(1, config.GetInt("Colour"));
        Assert.Equal([1, 2], config.GetIntList("List"));
        Assert.Equal(7, config.GetInt("Nested.Inner.\"k.l\""));
    }
}
