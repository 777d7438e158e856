using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Configuration;
using Akka.Dispatch;

namespace Akka.Routing;

/// <summary>The reference of a router.</summary>
internal sealed class RoutedActorRef : RepointableActorRef
{
    private readonly Props _routeeProps;

    public RoutedActorRef(
        ActorSystemImpl system,
        Props routerProps,
        MessageDispatcher routerDispatcher,
        MailboxType routerMailbox,
        Props routeeProps,
        IInternalActorRef supervisor,
        ActorPath path)
        : base(system, routerProps, routerDispatcher, routerMailbox, supervisor, path)
    {
        _routeeProps = routeeProps;
        routerProps.RouterConfig.VerifyConfig(path);
    }

    /// <summary>
    /// The router comes from the configuration before the code, and what the one leaves open from the other.
    /// </summary>
    /// <exception cref="ConfigurationException">There is no such dispatcher, or no configuration to go by.</exception>
    public static RoutedActorRef Create(
        ActorSystemImpl system,
        Props props,
        IInternalActorRef supervisor,
        ActorPath path,
        Deploy? deploy,
        Deploy? configured)
    {
        var router = (configured ?? Deploy.Default)
            .WithFallback((deploy ?? Deploy.Default).WithFallback(props.Deploy))
            .RouterConfig;
        RequireDispatcher(
            system, props.Dispatcher, $"Dispatcher [{props.Dispatcher}] not configured for routees of path [{path}]");
        var routerProps = RouterProps(system, router, path);
        var routeeProps = props.WithRouter(NoRouter.Instance);
        try
        {
            return Create(system, routerProps, routeeProps, supervisor, path);
        }
        catch (Exception cause)
        {
            throw new ConfigurationException(
                $"Configuration problem while creating [{path}] "
                + $"with router dispatcher [{routerProps.Dispatcher}] and mailbox [{routerProps.Mailbox}] "
                + $"and routee dispatcher [{routeeProps.Dispatcher}] and mailbox [{routeeProps.Mailbox}].",
                cause);
        }
    }

    protected override ActorCell NewCell()
    {
        var cell = new RoutedActorCell(System, this, Props, Dispatcher, _routeeProps, Supervisor);
        cell.Init(sendSupervise: false, MailboxType);
        return cell;
    }

    private static Props RouterProps(ActorSystemImpl system, RouterConfig router, ActorPath path)
    {
        var props = Props.Empty.WithRouter(router);
        if (string.IsNullOrEmpty(router.RouterDispatcher)) return props;
        RequireDispatcher(
            system,
            router.RouterDispatcher,
            $"Dispatcher [{router.RouterDispatcher}] not configured for router of path [{path}]");
        return props.WithDispatcher(router.RouterDispatcher);
    }

    private static RoutedActorRef Create(
        ActorSystemImpl system, Props routerProps, Props routeeProps, IInternalActorRef supervisor, ActorPath path)
    {
        var dispatcher = system.Dispatchers.LookupFor(routerProps);
        var mailboxType = system.Mailboxes.MailboxTypeFor(routerProps, dispatcher);
        var created = new RoutedActorRef(
            system, routerProps, dispatcher, mailboxType, routeeProps, supervisor, path);
        created.Initialize(async: false);
        return created;
    }

    private static void RequireDispatcher(ActorSystemImpl system, string id, string otherwise)
    {
        if (!system.Dispatchers.HasDispatcher(id))
        {
            throw new ConfigurationException(otherwise);
        }
    }
}
