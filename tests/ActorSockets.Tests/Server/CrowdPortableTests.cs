namespace ActorSockets.Tests.Server;

public class CrowdPortableTests() : CrowdTests("portable");
