namespace ActorSockets.Tests.Server;

public class MisbehavingPeerEpollTests() : MisbehavingPeerTests("epoll");
