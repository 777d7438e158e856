using Akka.Actor;

namespace Akka.Tests.Actor;

public class AddressTests
{
    [Theory]
    [InlineData("akka://sys", "akka", "sys", null, null, "/")]
    [InlineData("akka://sys/", "akka", "sys", null, null, "/")]
    [InlineData("akka://sys/abc/def/", "akka", "sys", null, null, "/abc/def/")]
    [InlineData("akka://sys@host:1234", "akka", "sys", "host", 1234, "/")]
    [InlineData("akka.tcp://sys@HOST:1234/abc", "akka.tcp", "sys", "host", 1234, "/abc")]
    [InlineData("AKKA.TCP://Sys@host:1/abc", "akka.tcp", "Sys", "host", 1, "/abc")]
    [InlineData("akka://host:1234/abc", "akka", "host:1234", null, null, "/abc")]
    [InlineData("akka.tcp://foo@[::1]:1337/user", "akka.tcp", "foo", "[::1]", 1337, "/user")]
    [InlineData("akka://sys/user/a@b:1", "akka", "sys", null, null, "/user/a@b:1")]
    public void Parses_into_parts(
        string text, string protocol, string system, string? host, int? port, string rest)
    {
        Assert.True(Address.TryParse(text, out var address, out string? absolute));

        Assert.Equal(new Address(protocol, system, host, port), address);
        Assert.Equal(rest, absolute);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sys")]
    [InlineData("akka:/sys")]
    [InlineData("http://sys")]
    [InlineData("://hallo")]
    [InlineData("akka://sys@host/abc")]
    [InlineData("akka://sys@host:port/abc")]
    [InlineData("akka://sys@[::1]/abc")]
    [InlineData("akka://sys@host:-1/abc")]
    public void Does_not_parse_what_is_no_address(string text)
    {
        Assert.False(Address.TryParse(text, out var address));
        Assert.Null(address);
        Assert.Throws<UriFormatException>(() => Address.Parse(text));
    }

    [Fact]
    public void Lowers_the_host()
    {
        Assert.Equal("hostname", new Address("akka", "test", "HOSTNAME").Host);
    }

    [Fact]
    public void Prints_what_it_parses()
    {
        Assert.Equal("akka://sys", new Address("akka", "sys").ToString());
        Assert.Equal("akka.tcp://sys@host:1", new Address("akka.tcp", "sys", "host", 1).ToString());
        Assert.Equal("sys@host:1", new Address("akka.tcp", "sys", "host", 1).HostPort());
        Assert.Equal("sys", new Address("akka", "sys").HostPort());
    }

    [Fact]
    public void Is_global_when_it_has_a_host()
    {
        Assert.True(new Address("akka", "sys", "host", 1).HasGlobalScope);
        Assert.False(new Address("akka", "sys", "host", 1).HasLocalScope);
        Assert.True(new Address("akka", "sys").HasLocalScope);
    }

    [Fact]
    public void Changes_one_part_at_a_time()
    {
        var address = new Address("akka", "sys");

        Assert.Equal("akka.tcp://other@h:2", address.WithProtocol("akka.tcp").WithSystem("other").WithHost("h")
            .WithPort(2).ToString());
        Assert.Equal(address, address.Clone());
        Assert.NotSame(address, address.Clone());
    }

    [Fact]
    public void Orders_by_protocol_system_host_and_port()
    {
        Address[] ordered =
        [
            new("a", "z", "z", 9),
            new("b", "a"),
            new("b", "b"),
            new("b", "b", "h", 1),
            new("b", "b", "h", 2),
        ];

        Assert.Equal(ordered, ordered.Reverse().Order());
        Assert.Equal(ordered, ordered.Reverse().Order(Address.Comparer));
    }

    [Fact]
    public void Refuses_to_compare_itself_with_another_type()
    {
        IComparable address = new Address("akka", "sys");

        Assert.Throws<ArgumentException>(() => address.CompareTo("akka://sys"));
    }
}
