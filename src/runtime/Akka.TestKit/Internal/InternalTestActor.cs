using Akka.Actor;
using Akka.Event;

namespace Akka.TestKit.Internal;

/// <summary>Puts what it receives into the queue of a test.</summary>
internal sealed class InternalTestActor : ActorBase
{
    private readonly DelegatingSupervisorStrategy _supervisorStrategy = new();
    private readonly TestQueue _queue;
    private TestKit.TestActor.Ignore? _ignore;
    private AutoPilot? _autoPilot;

    public InternalTestActor(TestQueue queue) => _queue = queue;

    protected override SupervisorStrategy SupervisorStrategy() => _supervisorStrategy;

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case TestKit.TestActor.SetIgnore setIgnore:
                _ignore = setIgnore.Ignore;
                break;
            case TestKit.TestActor.SetAutoPilot setAutoPilot:
                _autoPilot = setAutoPilot.AutoPilot;
                break;
            case TestKit.TestActor.Watch watch:
                Context.Watch(watch.Actor);
                watch.Done?.TrySetResult();
                break;
            case TestKit.TestActor.Unwatch unwatch:
                Context.Unwatch(unwatch.Actor);
                unwatch.Done?.TrySetResult();
                break;
            case TestKit.TestActor.Spawn spawn:
                OnSpawn(spawn);
                break;
            default:
                OnMessage(message);
                break;
        }

        return true;
    }

    protected override void PostStop()
    {
        while (_queue.TryTake(out var envelope))
        {
            var letter = new DeadLetter(envelope.Message, envelope.Sender, Self);
            Context.System.DeadLetters.Tell(letter, envelope.Sender);
        }
    }

    private void OnSpawn(TestKit.TestActor.Spawn spawn)
    {
        var child = spawn.Apply(Context);
        if (spawn._supervisorStrategy.HasValue)
            _supervisorStrategy.Update(child, spawn._supervisorStrategy.Value);

        _queue.Enqueue(new RealMessageEnvelope(child, Self));
    }

    private void OnMessage(object message)
    {
        if (_autoPilot?.Run(Sender, message) is { } next and not KeepRunning)
            _autoPilot = next;

        if (_ignore is null || !_ignore(message))
            _queue.Enqueue(new RealMessageEnvelope(message, Sender));
    }
}
