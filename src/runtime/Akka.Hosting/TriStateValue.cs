namespace Akka.Hosting;

/// <summary>Whether to log none, all, or a number of them.</summary>
public enum TriStateValue
{
    None,
    All,
    Some,
}
