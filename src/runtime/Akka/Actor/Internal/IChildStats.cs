namespace Akka.Actor.Internal;

/// <summary>What a cell holds under the name of a child.</summary>
public interface IChildStats;
