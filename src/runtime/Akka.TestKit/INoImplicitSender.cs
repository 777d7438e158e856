namespace Akka.TestKit;

/// <summary>Marks test classes whose messages carry no sender unless they say so.</summary>
public interface INoImplicitSender
{
}
