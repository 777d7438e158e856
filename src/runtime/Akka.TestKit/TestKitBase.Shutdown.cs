using Akka.Actor;
using Akka.Event;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MaxShutdownTimeout = TimeSpan.FromSeconds(10);

    public virtual void Shutdown(TimeSpan? duration = null, bool verifySystemShutdown = false)
        => Shutdown(Sys, duration, verifySystemShutdown);

    protected virtual void Shutdown(
        ActorSystem? system, TimeSpan? duration = null, bool verifySystemShutdown = false)
    {
        system ??= Sys;
        var timeout = duration ?? Dilated(ShutdownTimeout).Min(MaxShutdownTimeout);
        if (system.Terminate().Wait(timeout))
            return;

        var remaining = ((ExtendedActorSystem)system).PrintTree();
        if (verifySystemShutdown)
        {
            throw new TimeoutException(
                $"Failed to stop [{system.Name}] within [{timeout}] \n{remaining}");
        }

        system.Log.Warning("Failed to stop [{0}] within [{1}] \n{2}", system.Name, timeout, remaining);
    }
}
