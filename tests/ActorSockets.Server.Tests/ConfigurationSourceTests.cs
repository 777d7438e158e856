using Akka.Configuration;
using Serilog.Events;

namespace ActorSockets.Server.Tests;

public sealed class ConfigurationSourceTests
{
    [Fact]
    public void A_setting_counts_over_the_file_and_a_later_one_over_an_earlier_one()
    {
        var config = ConfigurationSource.Load(file: null, ["akka.loglevel=DEBUG", "akka.loglevel=ERROR"]);

        Assert.Equal(LogEventLevel.Error, LogLevels.Read(config));
        Assert.Equal(["hello", "echo", "chat"], ConfigurationSource.Servers(config).Select(server => server.Name));
    }

    [Fact]
    public void A_mistake_in_a_file_is_told_with_its_name()
    {
        var mistake = Assert.Throws<ConfigurationException>(() => ConfigurationSource.Parse("a = [1", "my.conf"));

        Assert.StartsWith("my.conf: ", mistake.Message);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told_with_its_name()
    {
        var mistake = Assert.Throws<ConfigurationException>(() => ConfigurationSource.Load("/no/such.conf", []));

        Assert.StartsWith("/no/such.conf: ", mistake.Message);
    }

    [Theory]
    [InlineData("", LogEventLevel.Information)]
    [InlineData("akka.loglevel = debug", LogEventLevel.Debug)]
    [InlineData("akka.loglevel = WARNING", LogEventLevel.Warning)]
    [InlineData("akka.loglevel = OFF", LogLevels.Off)]
    public void The_level_is_akkas(string hocon, LogEventLevel expected) =>
        Assert.Equal(expected, LogLevels.Read(ConfigurationFactory.ParseString(hocon)));
}
