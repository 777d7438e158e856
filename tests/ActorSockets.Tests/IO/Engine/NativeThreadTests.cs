using ActorSockets.IO.Engine;

namespace ActorSockets.Tests.IO.Engine;

public class NativeThreadTests
{
    [Fact]
    public void Tells_a_thread_that_computes_from_one_that_waits()
    {
        using var gate = new ManualResetEventSlim();
        var id = 0;
        var spins = true;
        var thread = new Thread(() =>
        {
            Volatile.Write(ref id, NativeThread.CurrentId);
            while (Volatile.Read(ref spins))
            {
            }

            gate.Wait();
        });
        thread.Start();

        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref id) != 0, TimeSpan.FromSeconds(20)));
        Assert.True(NativeThread.IsRunnable(id));
        Volatile.Write(ref spins, false);
        Assert.True(SpinWait.SpinUntil(() => !NativeThread.IsRunnable(id), TimeSpan.FromSeconds(20)));
        gate.Set();
        thread.Join();
        Assert.False(NativeThread.IsRunnable(id));
    }
}
