using System.Collections.Concurrent;
using Akka.Actor;
using Xunit.Abstractions;

namespace Akka.Tests.Actor.Stress;

/// <summary>Trees of actors, spawned, stopped, failed, watched and suspended at random from many threads.</summary>
public sealed class TreeStressTests(ITestOutputHelper output) : IDisposable
{
    private const int Threads = 4;
    private const int StepsEach = 4000;
    private const int FirstBranches = 10;

    private readonly ActorSystem _system = ActorSystem.Create(
        "trees", "akka { loglevel = OFF, stdout-loglevel = OFF, log-dead-letters = off }");

    public void Dispose() => _system.Terminate();

    [Fact]
    public void Every_death_is_told_once_and_nobody_is_left()
    {
        var seed = Seeds.Next();
        output.WriteLine($"seed {seed}");
        var book = new Book();
        // outside the tree, and told of each actor when it starts: it may begin to watch before, at or after the end
        book.Observer = _system.ActorOf(Props.Create(() => new Observer(book)), "observer");
        var root = _system.ActorOf(Props.Create(() => new Node(book, 0)), "root");

        // a small tree to begin with: on a machine under load all may be over before it has grown
        for (var i = 0; i < FirstBranches; i++) root.Tell("spawn");
        Eventually.True(() => book.Started > FirstBranches, () => "the tree did not start");
        var threads = Enumerable.Range(0, Threads)
            .Select(t => new Thread(() => Disturb(new Random(seed + t), root, book))).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        _system.Stop(root);

        Eventually.True(
            () => ((IInternalActorRef)root).IsTerminated
                && book.Started == book.Stopped
                && book.Deaths.Count >= book.All.Count,
            () => $"seed {seed}: {book.Started} started, {book.Stopped} stopped, "
                + $"{book.Deaths.Count} of {book.All.Count} deaths told");
        Assert.All(book.Deaths.Values, times => Assert.Equal(1, times));
        Assert.Equal(book.All.Count, book.Deaths.Count);
        Assert.Null(book.Error);
        output.WriteLine($"{book.All.Count} actors, {book.Started} instances");
    }

    private static void Disturb(Random random, IActorRef root, Book book)
    {
        for (var i = 0; i < StepsEach; i++)
        {
            // the actors are to keep up: a tree that has not grown yet cannot be disturbed
            if (i % 50 == 0) Thread.Yield();
            var target = random.Next(4) == 0 ? root : book.Any(random) ?? root;
            var isRoot = target.Equals(root);
            switch (random.Next(10))
            {
                case <= 3: target.Tell("spawn"); break;
                case 4: if (!isRoot) target.Tell("fail"); break;
                case 5: target.Tell("fail child"); break;
                case 6: target.Tell("stop child"); break;
                case 7: if (!isRoot) target.Tell(PoisonPill.Instance); break;
                case 8: if (book.Any(random) is { } other) target.Tell(new WatchIt(other)); break;
                case 9: SuspendAndResume(target); break;
            }
        }
    }

    private static void SuspendAndResume(IActorRef target)
    {
        var actor = (IInternalActorRef)target;
        actor.Suspend();
        target.Tell("note");
        actor.Resume();
    }

    private sealed record WatchIt(IActorRef Whom);

    private sealed class Book
    {
        private readonly List<IActorRef> _live = [];
        private int _started;
        private int _stopped;

        public int Started => Volatile.Read(ref _started);

        public int Stopped => Volatile.Read(ref _stopped);

        public ConcurrentDictionary<IActorRef, bool> All { get; } = new();

        public ConcurrentDictionary<IActorRef, int> Deaths { get; } = new();

        public IActorRef Observer { get; set; } = ActorRefs.Nobody;

        public string? Error { get; set; }

        public void OnStart(IActorRef actor)
        {
            Interlocked.Increment(ref _started);
            if (!All.TryAdd(actor, true)) return;
            Observer.Tell(new WatchIt(actor));
            lock (_live) _live.Add(actor);
        }

        public void OnStop() => Interlocked.Increment(ref _stopped);

        public void OnDeath(IActorRef actor) => Deaths.AddOrUpdate(actor, 1, (_, n) => n + 1);

        public IActorRef? Any(Random random)
        {
            lock (_live) return _live.Count == 0 ? null : _live[random.Next(_live.Count)];
        }
    }

    private sealed class Node : UntypedActor
    {
        private readonly Book _book;
        private readonly int _depth;
        private bool _isStopped;
        private bool _isLeft;

        public Node(Book book, int depth)
        {
            _book = book;
            _depth = depth;
        }

        protected override void PreStart() => _book.OnStart(Self);

        protected override void PreRestart(Exception reason, object message)
        {
            base.PreRestart(reason, message);
            _isLeft = true;
        }

        // the end may come to an instance that a restart has left, before the next is there: its hook is called again
        protected override void PostStop()
        {
            if (_isStopped && !_isLeft) _book.Error = "stopped twice";
            if (!_isStopped) _book.OnStop();
            _isStopped = true;
        }

        protected override SupervisorStrategy SupervisorStrategy() => _depth % 2 == 0
            ? new OneForOneStrategy(_ => Directive.Restart)
            : new AllForOneStrategy(_ => Directive.Restart);

        protected override void OnReceive(object message)
        {
            if (_isStopped) _book.Error = $"{message} handled after stop";
            switch (message)
            {
                case "spawn" when _depth < 5:
                    Context.ActorOf(Props.Create(() => new Node(_book, _depth + 1)));
                    break;
                case "fail":
                    throw new InvalidOperationException("ordered to fail");
                case "fail child":
                    AnyChild()?.Tell("fail");
                    break;
                case "stop child":
                    if (AnyChild() is { } child) Context.Stop(child);
                    break;
                case WatchIt watch:
                    Context.Watch(watch.Whom);
                    break;
            }
        }

        private static IActorRef? AnyChild() => Context.GetChildren().FirstOrDefault();
    }

    private sealed class Observer(Book book) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is Terminated terminated) book.OnDeath(terminated.ActorRef);
            else if (message is WatchIt watch) Context.Watch(watch.Whom);
        }
    }
}
