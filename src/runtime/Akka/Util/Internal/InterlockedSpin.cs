namespace Akka.Util.Internal;

/// <summary>Replaces a shared reference by a function of it, again and again until nobody has come between.</summary>
public static class InterlockedSpin
{
    public static T Swap<T>(ref T reference, Func<T, T> updater)
        where T : class
    {
        var spin = default(SpinWait);
        while (true)
        {
            var current = reference;
            var updated = updater(current);
            if (ReferenceEquals(Interlocked.CompareExchange(ref reference, updated, current), current))
            {
                return updated;
            }

            spin.SpinOnce();
        }
    }

    /// <summary>
    /// As <see cref="Swap{T}"/>, unless the first item that the function returns is false. The third is returned.
    /// </summary>
    public static TReturn ConditionallySwap<T, TReturn>(
        ref T reference,
        Func<T, ValueTuple<bool, T, TReturn>> updateIfTrue)
        where T : class
    {
        var spin = default(SpinWait);
        while (true)
        {
            var current = reference;
            var (swap, updated, result) = updateIfTrue(current);
            if (!swap || ReferenceEquals(Interlocked.CompareExchange(ref reference, updated, current), current))
            {
                return result;
            }

            spin.SpinOnce();
        }
    }
}
