using Akka.Util;

namespace Akka.Tests.Util;

public class SwitchTests
{
    [Fact]
    public void Turns_once_each_way()
    {
        var it = new Switch();

        Assert.True(it.IsOff);
        Assert.True(it.SwitchOn());
        Assert.True(it.IsOn);
        Assert.False(it.SwitchOn());
        Assert.True(it.SwitchOff());
        Assert.False(it.SwitchOff());
        Assert.True(new Switch(true).IsOn);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Turns_back_when_the_action_throws(bool on)
    {
        var it = new Switch(on);

        Assert.Throws<InvalidOperationException>(() => on ? it.SwitchOff(Fail) : it.SwitchOn(Fail));

        Assert.Equal(on, it.IsOn);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Runs_only_what_fits_its_state(bool on)
    {
        var it = new Switch(on);
        var runs = 0;

        Assert.Equal(on, it.IfOn(() => runs++));
        Assert.Equal(!on, it.IfOff(() => runs++));
        Assert.Equal(on, it.WhileOn(() => runs++));
        Assert.Equal(!on, it.WhileOff(() => runs++));
        it.Locked(() => runs++);

        Assert.Equal(3, runs);
    }

    private static void Fail() => throw new InvalidOperationException();
}
