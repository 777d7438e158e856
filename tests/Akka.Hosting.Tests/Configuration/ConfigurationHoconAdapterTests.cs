using System.Text;
using Akka.Hosting.Configuration;
using Microsoft.Extensions.Configuration;

namespace Akka.Hosting.Tests.Configuration;

public class ConfigurationHoconAdapterTests
{
    private const string Json = """
        {
          "akka": {
            "actor.serialization-bindings" : { "\"System.Int32\"": "json" },
            "cluster": {
              "roles": [ "front-end", "back-end" ],
              "min-nr-of-members": 99,
              "log-info": false
            }
          },
          "test.a": "on",
          "test.b.c": "2s",
          "TEST": { "d": true }
        }
        """;

    private readonly IConfigurationRoot _configuration = new ConfigurationBuilder()
        .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(Json)))
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["akka:TEST_VALUE:A"] = "upper",
            ["akka:list_value:10"] = "ten",
            ["akka:list_value:9"] = "nine",
            ["akka:seed_node_timeout"] = "00:00:05",
            ["akka:address"] = "akka.tcp://system@somewhere.com:9999",
        })
        .Build();

    [Fact]
    public void Reads_sections_arrays_and_values()
    {
        var config = _configuration.ToHocon();

        Assert.Equal(["front-end", "back-end"], config.GetStringList("akka.cluster.roles"));
        Assert.Equal(99, config.GetInt("akka.cluster.min-nr-of-members"));
        Assert.False(config.GetBoolean("akka.cluster.log-info", true));
        Assert.Equal("akka.tcp://system@somewhere.com:9999", config.GetString("akka.address"));
        Assert.Equal(["nine", "ten"], config.GetStringList("akka.list-value"));
        Assert.Equal(TimeSpan.FromSeconds(5), config.GetTimeSpan("akka.seed-node-timeout"));
    }

    [Fact]
    public void Parts_keys_at_dots_and_merges_them()
    {
        var config = _configuration.ToHocon();

        Assert.True(config.GetBoolean("test.a"));
        Assert.Equal(TimeSpan.FromSeconds(2), config.GetTimeSpan("test.b.c"));
        Assert.True(config.GetBoolean("test.d"));
    }

    [Fact]
    public void Writes_keys_in_lower_case_when_normalized()
    {
        var config = _configuration.ToHocon();

        Assert.Equal("upper", config.GetString("akka.test-value.a"));
        Assert.Equal("json", config.GetString("akka.actor.serialization-bindings.\"system.int32\""));
    }

    [Fact]
    public void Keeps_the_case_of_keys_otherwise()
    {
        var config = _configuration.ToHocon(normalizeKeys: false);

        Assert.Equal("upper", config.GetString("akka.TEST-VALUE.A"));
        Assert.Equal("json", config.GetString("akka.actor.serialization-bindings.\"System.Int32\""));
    }

    [Fact]
    public void Keeps_the_name_of_a_section()
    {
        var config = _configuration.GetSection("akka").ToHocon();

        Assert.Equal(99, config.GetInt("akka.cluster.min-nr-of-members"));
        Assert.False(config.HasPath("test"));
    }
}
