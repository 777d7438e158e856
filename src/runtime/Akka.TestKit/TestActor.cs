using Akka.Actor;
using Akka.Util;

namespace Akka.TestKit;

/// <summary>The messages that steer a test actor.</summary>
public static class TestActor
{
    /// <summary>Tells whether a message is to be left out of the queue.</summary>
    public delegate bool Ignore(object message);

    public static AutoPilot KeepRunning => TestKit.KeepRunning.Instance;

    public static AutoPilot NoAutoPilot => TestKit.NoAutoPilot.Instance;

    public static NullMessageEnvelope NullMessage => NullMessageEnvelope.Instance;

    /// <summary>Sets the messages that are left out of the queue.</summary>
    public class SetIgnore : INoSerializationVerificationNeeded
    {
        public SetIgnore(Ignore? ignore) => Ignore = ignore!;

        public Ignore Ignore { get; }
    }

    /// <summary>Makes the test actor watch an actor.</summary>
    public class Watch : INoSerializationVerificationNeeded
    {
        public Watch(IActorRef actorToWatch) => Actor = actorToWatch;

        public IActorRef Actor { get; }

        internal TaskCompletionSource? Done { get; init; }
    }

    /// <summary>Makes the test actor stop watching an actor.</summary>
    public class Unwatch : INoSerializationVerificationNeeded
    {
        public Unwatch(IActorRef actorToUnwatch) => Actor = actorToUnwatch;

        public IActorRef Actor { get; }

        internal TaskCompletionSource? Done { get; init; }
    }

    /// <summary>Sets the pilot that sees each message.</summary>
    public class SetAutoPilot : INoSerializationVerificationNeeded
    {
        public SetAutoPilot(AutoPilot autoPilot) => AutoPilot = autoPilot;

        public AutoPilot AutoPilot { get; }
    }

    /// <summary>Starts a child of the test actor.</summary>
    public class Spawn : INoSerializationVerificationNeeded
    {
        public readonly Option<string> _name;
        public readonly Props _props;
        public readonly Option<SupervisorStrategy> _supervisorStrategy;

        public Spawn(Props props, Option<string> name, Option<SupervisorStrategy> supervisorStrategy)
        {
            _props = props;
            _name = name;
            _supervisorStrategy = supervisorStrategy;
        }

        public IActorRef Apply(IActorRefFactory context)
            => _name.HasValue ? context.ActorOf(_props, _name.Value) : context.ActorOf(_props);
    }
}
