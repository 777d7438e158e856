namespace Akka.Routing;

/// <summary>A message for a router itself.</summary>
public abstract class RouterManagementMessage;
