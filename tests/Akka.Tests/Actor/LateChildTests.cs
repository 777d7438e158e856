using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;

namespace Akka.Tests.Actor;

/// <summary>A child that is being made on another thread when its parent begins to stop.</summary>
public sealed class LateChildTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ActorSystem _system = ActorSystem.Create("late", $$"""
        akka { stdout-loglevel = OFF, loggers = [] }
        gated.mailbox-type = "{{typeof(GatedMailbox).AssemblyQualifiedName}}"
        """);

    private readonly Gate _gate = new();

    public LateChildTests() => _system.RegisterExtension(_gate);

    public void Dispose()
    {
        _system.Dispose();
        _gate.Dispose();
    }

    [Fact]
    public async Task Is_waited_for_and_stopped()
    {
        var (making, end) = await TerminateWhileMaking();

        _gate.Open(letsThrough: true);

        await end.WaitAsync(Patience);
        Assert.True(((IInternalActorRef)await making).IsTerminated);
    }

    [Fact]
    public async Task Is_not_waited_for_when_it_cannot_be_made()
    {
        var (making, end) = await TerminateWhileMaking();

        _gate.Open(letsThrough: false);

        await end.WaitAsync(Patience);
        await Assert.ThrowsAsync<ConfigurationException>(() => making);
    }

    private async Task<(Task<IActorRef> Making, Task End)> TerminateWhileMaking()
    {
        var making = Task.Run(() => _system.ActorOf(Props.Empty.WithMailbox("gated")));
        await _gate.Visited.WaitAsync(Patience);
        var end = _system.Terminate();
        // from here on the guardian waits for its children
        Eventually.True(IsRefusing);
        await Assert.ThrowsAsync<TimeoutException>(() => end.WaitAsync(TimeSpan.FromMilliseconds((double)100)));
        return (making, end);
    }

    private bool IsRefusing()
    {
        try
        {
            _system.ActorOf(Props.Empty);
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    /// <summary>Stands where a mailbox is made, and lets nobody pass before it is opened.</summary>
    private sealed class Gate : ExtensionIdProvider<Gate>, IExtension, IDisposable
    {
        private readonly TaskCompletionSource _visited = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _open = new();
        private volatile bool _letsThrough;

        public Task Visited => _visited.Task;

        public override Gate CreateExtension(ExtendedActorSystem system) => this;

        public void Open(bool letsThrough)
        {
            _letsThrough = letsThrough;
            _open.Set();
        }

        public void Pass()
        {
            _visited.TrySetResult();
            Assert.True(_open.Wait(Patience));
            if (!_letsThrough) throw new FormatException();
        }

        public void Dispose() => _open.Dispose();
    }

    private sealed class GatedMailbox(Settings settings, Config config) : MailboxType(settings, config)
    {
        public override IMessageQueue Create(IActorRef owner, ActorSystem system)
        {
            system.GetExtension<Gate>().Pass();
            return new UnboundedMessageQueue();
        }
    }
}
