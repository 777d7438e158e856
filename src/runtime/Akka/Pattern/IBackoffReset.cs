namespace Akka.Pattern;

/// <summary>When a back-off supervisor forgets the restarts it has counted.</summary>
public interface IBackoffReset;
