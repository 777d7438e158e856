using Akka.Actor;

namespace Akka.Tests.Actor;

public class TelemetryTests : KitTest
{
    public TelemetryTests() : base("akka.actor.telemetry.enabled = on")
    {
        // the system's own actors may still be starting, the guardians among them
        IgnoreMessages(m => m is IActorTelemetryEvent told && told.Subject.Path.Elements is not ["user", _]);
        Sys.EventStream.Subscribe(TestActor, typeof(IActorTelemetryEvent));
    }

    [Fact]
    public void Tells_of_start_restart_and_stop()
    {
        var cause = new FormatException();

        var actor = Sys.ActorOf(Props.Create(() => new Failing()), "told");
        actor.Tell(cause);
        actor.Tell(PoisonPill.Instance);

        Assert.Equal((actor, typeof(Failing)), Shown(ExpectMsg<ActorStarted>()));
        var restarted = ExpectMsg<ActorRestarted>();
        Assert.Equal((actor, typeof(Failing)), Shown(restarted));
        Assert.Same(cause, restarted.Reason);
        Assert.Equal((actor, typeof(Failing)), Shown(ExpectMsg<ActorStopped>()));
    }

    [Fact]
    public void Names_the_type_that_the_recipe_promises()
    {
        var actor = Sys.ActorOf(Props.CreateBy(new Producer()));

        Assert.Equal((actor, typeof(ActorBase)), Shown(ExpectMsg<ActorStarted>()));
    }

    private static (IActorRef, Type) Shown(IActorTelemetryEvent told) => (told.Subject, told.ActorType);

    private sealed class Failing : UntypedActor
    {
        protected override void OnReceive(object message) => throw (Exception)message;
    }

    private sealed class Producer : IIndirectActorProducer
    {
        public Type ActorType => typeof(ActorBase);

        public ActorBase Produce() => new Failing();

        public void Release(ActorBase actor)
        {
        }
    }
}
