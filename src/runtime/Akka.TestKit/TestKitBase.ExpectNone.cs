namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    public void ExpectNoMsg(CancellationToken cancellationToken = default)
        => Completed(ExpectSilenceUntilEnd(true, cancellationToken));

    public void ExpectNoMsg(TimeSpan duration, CancellationToken cancellationToken = default)
        => Completed(ExpectSilence(true, Dilated(duration), cancellationToken));

    public void ExpectNoMsg(int milliseconds, CancellationToken cancellationToken = default)
        => Completed(ExpectSilence(true, TimeSpan.FromMilliseconds(milliseconds), cancellationToken));

    public ValueTask ExpectNoMsgAsync(CancellationToken cancellationToken = default)
        => ExpectSilenceUntilEnd(false, cancellationToken);

    public ValueTask ExpectNoMsgAsync(TimeSpan duration, CancellationToken cancellationToken = default)
        => ExpectSilence(false, Dilated(duration), cancellationToken);

    public ValueTask ExpectNoMsgAsync(int milliseconds, CancellationToken cancellationToken = default)
        => ExpectSilence(false, TimeSpan.FromMilliseconds(milliseconds), cancellationToken);

    private async ValueTask ExpectSilenceUntilEnd(bool blocking, CancellationToken cancellationToken)
    {
        await ExpectSilence(blocking, RemainingOrDefault, cancellationToken).ConfigureAwait(false);
        _tookAllTime = true;
    }

    private async ValueTask ExpectSilence(bool blocking, TimeSpan duration, CancellationToken cancellationToken)
    {
        var start = Now;
        Trace("Expecting no messages during {0}", duration);

        var (success, envelope) = await Receive(blocking, duration, false, cancellationToken).ConfigureAwait(false);
        if (success)
        {
            Fail(
                "Failed: Expected no messages during {0}, instead we received {1} after {2}",
                duration, envelope, Now - start);
        }
    }
}
