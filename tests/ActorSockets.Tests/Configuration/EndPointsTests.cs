using System.Net;
using System.Net.Sockets;
using ActorSockets.Configuration;

namespace ActorSockets.Tests.Configuration;

public class EndPointsTests
{
    [Theory]
    [InlineData("127.0.0.1:7777", "127.0.0.1", 7777)]
    [InlineData("0.0.0.0:0", "0.0.0.0", 0)]
    [InlineData("*:80", "0.0.0.0", 80)]
    [InlineData("[::1]:65535", "::1", 65535)]
    public void Reads_addresses(string text, string address, int port) =>
        Assert.Equal(new IPEndPoint(IPAddress.Parse(address), port), EndPoints.Parse(text));

    [Theory]
    [InlineData("localhost:1", "localhost", 1)]
    [InlineData("example.org:443", "example.org", 443)]
    public void Reads_names(string text, string host, int port) =>
        Assert.Equal(new DnsEndPoint(host, port), EndPoints.Parse(text));

    [Theory]
    [InlineData("unix:/run/echo.sock", "/run/echo.sock")]
    [InlineData("unix:@echo", "\0echo")]
    public void Reads_paths_and_abstract_names_of_unix_sockets(string text, string path) =>
        Assert.Equal(new UnixDomainSocketEndPoint(path), EndPoints.Parse(text));

    [Fact]
    public void The_folder_for_sockets_of_a_user_need_not_be_known()
    {
        var folder = Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR");
        var expected = Directory.Exists(folder) ? folder : Path.GetTempPath();

        Assert.Equal(Path.Combine(expected, "echo.sock"), $"{EndPoints.Parse("unix:{runtime}/echo.sock")}");
    }

    [Fact]
    public void Takes_a_path_of_107_bytes_and_not_of_108()
    {
        Assert.IsType<UnixDomainSocketEndPoint>(EndPoints.TryParse($"unix:/{new string('x', 106)}"));
        Assert.Null(EndPoints.TryParse($"unix:/{new string('x', 107)}"));
        Assert.Contains("at most 107 bytes", EndPoints.Expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("unix:")]
    [InlineData("unix:echo.sock")]
    [InlineData("unix:@")]
    [InlineData("7777")]
    [InlineData(":7777")]
    [InlineData("localhost")]
    [InlineData("localhost:")]
    [InlineData("localhost:65536")]
    [InlineData("localhost:-1")]
    [InlineData("127.0.0.1:http")]
    [InlineData("127.1:80")]
    [InlineData("300.0.0.1:80")]
    [InlineData("[::1:80")]
    [InlineData("[nonsense]:80")]
    [InlineData("a b:80")]
    public void Says_what_it_expects_instead_of_other_text(string text)
    {
        var thrown = Assert.Throws<FormatException>(() => EndPoints.Parse(text));

        Assert.Contains($"'{text}' is not an address such as 127.0.0.1:7777", thrown.Message);
    }
}
