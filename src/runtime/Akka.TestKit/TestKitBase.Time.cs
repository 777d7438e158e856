using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    public TimeSpan Remaining => _end.HasValue
        ? _end.Value - Now
        : throw new InvalidOperationException("""Remaining may not be called outside of "within" """.TrimEnd());

    public TimeSpan RemainingOrDefault => RemainingOr(Dilated(TestKitSettings.SingleExpectDefault));

    public TimeSpan Dilated(TimeSpan duration) => duration.IsPositiveFinite()
        ? new TimeSpan((long)(duration.Ticks * TestKitSettings.TestTimeFactor))
        : duration;

    public TimeSpan GetTimeoutOrDefault(TimeSpan? timeout)
        => timeout.GetValueOrDefault(TestKitSettings.SingleExpectDefault);

    public TimeSpan RemainingOrDilated(TimeSpan? duration)
    {
        if (!duration.HasValue)
            return RemainingOrDefault;
        if (duration.IsInfinite())
            throw new ArgumentException("max duration cannot be infinite");

        return Dilated(duration.Value);
    }

    protected TimeSpan RemainingOr(TimeSpan duration)
    {
        if (!_end.HasValue)
            return duration;
        if (_end.IsInfinite())
            throw new ArgumentException("end cannot be infinite");

        return _end.Value - Now;
    }
}
