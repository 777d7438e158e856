using ActorSockets.IO.Engine;

namespace ActorSockets.Tests.IO.Engine;

public class NativeThreadTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

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

        Await(() => Volatile.Read(ref id) != 0);
        // at any one look it may be held by a garbage collection
        Await(() => NativeThread.IsRunnable(id));
        Volatile.Write(ref spins, false);
        Await(() => !NativeThread.IsRunnable(id));
        gate.Set();
        thread.Join();
        // the kernel's thread ends a little later than the runtime's
        Await(() => !NativeThread.IsRunnable(id));
    }

    private static void Await(Func<bool> condition) =>
        Assert.True(SpinWait.SpinUntil(condition, TimeSpan.FromSeconds(20)));
}
