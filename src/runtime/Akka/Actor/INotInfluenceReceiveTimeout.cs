namespace Akka.Actor;

/// <summary>Marks messages that do not restart the receive time-out.</summary>
public interface INotInfluenceReceiveTimeout;
