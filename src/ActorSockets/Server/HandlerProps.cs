using Akka.Actor;

namespace ActorSockets.Server;

/// <summary>Makes the Props of each handler of one listener on one I/O thread; what is the same for all is made once.
/// </summary>
internal sealed class HandlerProps
{
    private readonly Props _handler;
    private readonly Deploy _deploy;

    public HandlerProps(Props handler, string configuredDispatcher, string ioDispatcher)
    {
        _handler = handler;
        _deploy = string.IsNullOrEmpty(handler.Deploy.Dispatcher)
            ? handler.Deploy.WithDispatcher(configuredDispatcher.Length > 0 ? configuredDispatcher : ioDispatcher)
            : handler.Deploy;
    }

    public Props For(Connection connection)
    {
        var props = Props.CreateBy(new HandlerProducer(_handler, connection)).WithDeploy(_deploy);
        return _handler.SupervisorStrategy is { } strategy ? props.WithSupervisorStrategy(strategy) : props;
    }
}
