namespace ActorSockets.Tests.Server;

public class CrowdEpollTests() : CrowdTests("epoll");
