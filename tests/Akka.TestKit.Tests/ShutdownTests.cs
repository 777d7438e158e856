using Akka.Actor;
using Akka.Configuration;

namespace Akka.TestKit.Tests;

public class ShutdownTests
{
    [Fact]
    public void Ends_the_system_with_the_test()
    {
        var kit = new Xunit2.TestKit();

        kit.Dispose();

        Assert.True(kit.Sys.WhenTerminated.IsCompleted);
    }

    [Fact]
    public void Ends_the_system_when_the_last_hook_of_the_test_throws()
    {
        var kit = new CarelessKit();

        Assert.Throws<InvalidOperationException>(kit.Dispose);

        Assert.True(kit.Sys.WhenTerminated.IsCompleted);
    }

    [Fact]
    public void Says_so_when_an_actor_does_not_stop()
    {
        using var release = new ManualResetEventSlim();
        using var kit = new Xunit2.TestKit();
        StartStubborn(kit, release);

        var text = Assert.Throws<TimeoutException>(
            () => kit.Shutdown(TimeSpan.FromMilliseconds(100), verifySystemShutdown: true)).Message;

        Assert.StartsWith("Failed to stop [test] within [00:00:00.1000000]", text);
        Assert.Contains("stubborn", text);
        release.Set();
    }

    [Fact]
    public void Warns_when_an_actor_does_not_stop()
    {
        using var release = new ManualResetEventSlim();
        using var kit = new Xunit2.TestKit();
        StartStubborn(kit, release);

        kit.EventFilter.Warning(start: "Failed to stop [test] within [").ExpectOne(
            () => kit.Shutdown(TimeSpan.FromMilliseconds(100)));

        release.Set();
    }

    [Fact]
    public void Works_with_a_system_that_knows_nothing_of_tests()
    {
        var system = ActorSystem.Create("plain", ConfigurationFactory.Empty);
        using var kit = new Xunit2.TestKit(system);

        kit.TestActor.Tell("hello", kit.TestActor);

        Assert.Same(system, kit.Sys);
        kit.ExpectMsg("hello");
    }

    private static void StartStubborn(Xunit2.TestKit kit, ManualResetEventSlim release)
    {
        var actor = kit.ActorOf(Props.Create(() => new Stubborn(release)), "stubborn");
        actor.Tell("block", kit.TestActor);
        kit.ExpectMsg("blocking");
    }

    private sealed class CarelessKit : Xunit2.TestKit
    {
        protected override void AfterAll() => throw new InvalidOperationException();
    }

    private sealed class Stubborn : ReceiveActor
    {
        public Stubborn(ManualResetEventSlim release)
        {
            ReceiveAny(_ =>
            {
                Sender.Tell("blocking");
                release.Wait(TimeSpan.FromMinutes(1));
            });
        }
    }
}
