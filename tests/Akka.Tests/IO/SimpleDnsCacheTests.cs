using System.Net;
using Akka.IO;
using Dns = Akka.IO.Dns;

namespace Akka.Tests.IO;

public class SimpleDnsCacheTests
{
    private readonly ClockedCache _cache = new();

    [Fact]
    public void An_answer_is_gone_when_its_time_is_over_though_not_yet_swept_out()
    {
        var answer = Dns.Resolved.Create("test.local", [IPAddress.Loopback]);
        _cache.Put(answer, 5000);

        Assert.Same(answer, _cache.Cached("test.local"));
        _cache.Now = 4999;
        Assert.Same(answer, _cache.Cached("test.local"));
        _cache.Now = 5000;
        Assert.Null(_cache.Cached("test.local"));
    }

    [Fact]
    public void Cleaning_up_removes_what_has_expired()
    {
        _cache.Put(Dns.Resolved.Create("short.local", [IPAddress.Loopback]), 5000);
        _cache.Put(Dns.Resolved.Create("long.local", [IPAddress.Loopback]), long.MaxValue);

        _cache.Now = 5000;
        _cache.CleanUp();
        _cache.Now = 0;

        Assert.Null(_cache.Cached("short.local"));
        Assert.NotNull(_cache.Cached("long.local"));
    }

    [Fact]
    public void The_last_answer_counts()
    {
        var second = Dns.Resolved.Create("test.local", [IPAddress.IPv6Loopback]);
        _cache.Put(Dns.Resolved.Create("test.local", [IPAddress.Loopback]), 500);

        _cache.Put(second, 500);

        Assert.Same(second, _cache.Cached("test.local"));
        Assert.Same(second, _cache.Cached("TEST.local"));
    }

    [Fact]
    public void A_remembered_failure_is_no_address()
    {
        var failure = new Dns.Resolved("test.local", new IOException("no such name"));

        _cache.Put(failure, 500);

        Assert.Null(_cache.Cached("test.local"));
        Assert.Same(failure, _cache.Answer("test.local"));
    }

    [Fact]
    public void Addresses_are_told_apart_by_family()
    {
        var both = Dns.Resolved.Create("test.local", [IPAddress.IPv6Loopback, IPAddress.Loopback]);
        var sixth = Dns.Resolved.Create("test.local", [IPAddress.IPv6Loopback]);

        Assert.Equal([IPAddress.Loopback], both.Ipv4);
        Assert.Equal([IPAddress.IPv6Loopback], both.Ipv6);
        Assert.Equal(IPAddress.Loopback, both.Addr);
        Assert.Equal(IPAddress.IPv6Loopback, sixth.Addr);
        Assert.True(both.IsSuccess);
        Assert.Null(new Dns.Resolved("test.local", new IOException()).Addr);
    }

    private sealed class ClockedCache : SimpleDnsCache
    {
        public long Now { get; set; }

        protected override long Clock() => Now;
    }
}
