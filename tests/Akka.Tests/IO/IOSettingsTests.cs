using Akka.Configuration;
using Akka.IO;

namespace Akka.Tests.IO;

public class IOSettingsTests
{
    [Fact]
    public void Tcp_settings_are_read_from_their_section()
    {
        var settings = TcpSettings.Create(ConfigurationFactory.ParseString("""
            trace-logging = on
            batch-accept-limit = 7
            register-timeout = 2s
            max-received-message-size = 64k
            management-dispatcher = "a"
            finish-connect-retries = 2
            outgoing-socket-force-ipv4 = on
            write-commands-queue-max-size = 1000
            """));

        Assert.True(settings.TraceLogging);
        Assert.Equal(7, settings.BatchAcceptLimit);
        Assert.Equal(TimeSpan.FromSeconds(2), settings.RegisterTimeout);
        Assert.Equal(64 * 1024, settings.ReceivedMessageSizeLimit);
        Assert.Equal("a", settings.ManagementDispatcher);
        Assert.Equal(2, settings.FinishConnectRetries);
        Assert.True(settings.OutgoingSocketForceIpv4);
        Assert.Equal(1000, settings.WriteCommandsQueueMaxSize);
    }

    [Fact]
    public void Words_stand_for_no_limit()
    {
        var settings = TcpSettings.Create(ConfigurationFactory.ParseString(
            "register-timeout = infinite, max-received-message-size = unlimited"));

        Assert.Null(settings.RegisterTimeout);
        Assert.Equal(int.MaxValue, settings.ReceivedMessageSizeLimit);
        Assert.Equal(-1, settings.WriteCommandsQueueMaxSize);
    }

    [Fact]
    public void Udp_settings_are_read_from_their_section()
    {
        var settings = UdpSettings.Create(ConfigurationFactory.ParseString(
            "receive-throughput = 9, management-dispatcher = a, trace-logging = on"));

        Assert.Equal(9, settings.BatchReceiveLimit);
        Assert.Equal("a", settings.ManagementDispatcher);
        Assert.True(settings.TraceLogging);
    }

    [Fact]
    public void A_section_that_is_not_there_is_an_error()
    {
        Assert.Throws<ConfigurationException>(() => TcpSettings.Create(Config.Empty));
        Assert.Throws<ConfigurationException>(() => UdpSettings.Create(Config.Empty));
    }
}
