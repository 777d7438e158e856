using ActorSockets.IO.Engine;

namespace ActorSockets.Tests.IO.Engine;

[Collection(AloneCollection.Name)]
public class EngineLeakTests
{
    private const int Engines = 200;

    // What others open now and then; an engine that left anything behind would leave one for each loop.
    private const int Slack = 50;

    [Fact]
    public void Engines_that_end_leave_no_descriptor()
    {
        var before = CountDescriptors();
        for (var i = 0; i < Engines; i++)
        {
            new IoEngine(EngineKind.Auto, 2, 4096, TimeSpan.FromSeconds(1), _ => { }, (_, _) => { }).Stop();
        }

        Assert.True(
            SpinWait.SpinUntil(() => CountDescriptors() <= before + Slack, TimeSpan.FromSeconds(20)),
            $"{before} descriptors before, {CountDescriptors()} now");
    }

    private static int CountDescriptors() =>
        OperatingSystem.IsLinux() ? Directory.GetFileSystemEntries("/proc/self/fd").Length : 0;
}
