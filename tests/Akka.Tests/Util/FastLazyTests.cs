using Akka.Util;

namespace Akka.Tests.Util;

public class FastLazyTests
{
    private int _made;

    [Fact]
    public void Makes_its_value_when_it_is_first_asked_for()
    {
        var lazy = new FastLazy<int>(() => ++_made);

        Assert.False(lazy.IsValueCreated());
        Assert.Equal([1, 1], new[] { lazy.Value, lazy.Value });
        Assert.True(lazy.IsValueCreated());
    }

    [Fact]
    public void Makes_one_value_however_many_ask()
    {
        var lazy = new FastLazy<object?>(() =>
        {
            Interlocked.Increment(ref _made);
            return null;
        });

        Parallel.For(0, 1_000, _ => Assert.Null(lazy.Value));

        Assert.Equal(1, _made);
    }

    [Fact]
    public void Throws_what_was_thrown_without_trying_again()
    {
        var lazy = new FastLazy<int>(() => throw new FormatException($"attempt {++_made}"));

        Assert.Equal("attempt 1", Assert.Throws<FormatException>(() => lazy.Value).Message);
        Assert.Equal("attempt 1", Assert.Throws<FormatException>(() => lazy.Value).Message);
    }

    [Fact]
    public void Needs_something_that_makes_the_value() =>
        Assert.Throws<ArgumentNullException>(() => new FastLazy<int>(null!));
}
