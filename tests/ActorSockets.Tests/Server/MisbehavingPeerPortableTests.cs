namespace ActorSockets.Tests.Server;

public class MisbehavingPeerPortableTests() : MisbehavingPeerTests("portable");
