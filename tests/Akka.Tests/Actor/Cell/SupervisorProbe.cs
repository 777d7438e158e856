using Akka.Actor;
using Akka.Dispatch.SysMsg;

namespace Akka.Tests.Actor.Cell;

/// <summary>A parent that decides nothing: the test reads what its child reports, and answers by itself.</summary>
internal sealed class SupervisorProbe(IActorRefProvider provider, string name = "supervisor") : MinimalActorRef
{
    public List<ISystemMessage> Reports { get; } = [];

    public override ActorPath Path { get; } = provider.RootPath / name;

    public override IActorRefProvider Provider { get; } = provider;

    public override void SendSystemMessage(ISystemMessage message) => Reports.Add(message);
}
