namespace Akka.Actor;

/// <summary>Conveniences for cancelables.</summary>
public static class CancelableExtensions
{
    public static void CancelIfNotNull(this ICancelable? cancelable) => cancelable?.Cancel();
}
