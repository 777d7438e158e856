namespace Akka.Actor.Internal;

/// <summary>
/// The children of one cell by name, with those among them that are about to stop. A child that never failed is only
/// its reference here; its restart statistics are made with its first failure.
/// </summary>
/// <remarks>Guarded by its own lock: names are reserved and looked up from any thread.</remarks>
internal sealed class Children
{
    /// <summary>What a cell without children has once it takes none any more. Never changes.</summary>
    public static readonly Children None = new() { _refuses = true };

    // values: IInternalActorRef, ChildRestartStats, or ChildNameReserved
    private readonly Dictionary<string, object> _byName = new(StringComparer.Ordinal);
    private HashSet<IActorRef>? _dying;
    private SupervisorStrategy? _strategy;
    private int _announced;
    private bool _refuses;

    /// <summary>Whether there is a child to wait for: one about to stop, or, once none is taken any more, one that was
    /// announced before and will have to.</summary>
    public bool HasDying
    {
        get { lock (_byName) return _dying is { Count: > 0 } || (_refuses && _announced > 0); }
    }

    public int Count
    {
        get { lock (_byName) return _byName.Count; }
    }

    /// <summary>The strategy of the current instance; asked for once. On the cell's turn only.</summary>
    public SupervisorStrategy StrategyOf(ActorBase actor, Props props) =>
        _strategy ??= props.SupervisorStrategy ?? actor.CreateSupervisorStrategy();

    public void ForgetStrategy() => _strategy = null;

    public void RefuseNew()
    {
        lock (_byName) _refuses = true;
    }

    /// <exception cref="InvalidActorNameException">The name is taken.</exception>
    /// <exception cref="InvalidOperationException">The parent is stopping or has stopped.</exception>
    public void Reserve(string name)
    {
        lock (_byName)
        {
            if (_refuses)
                throw new InvalidOperationException("Cannot create child while terminating or terminated");
            if (!_byName.TryAdd(name, ChildNameReserved.Instance))
                throw new InvalidActorNameException($"Actor name \"{name}\" is not unique!");
        }
    }

    /// <summary>Reserves the name of a child that <see cref="Fill"/> or <see cref="Withdraw"/> will follow.</summary>
    /// <inheritdoc cref="Reserve" path="/exception"/>
    public void Announce(string name)
    {
        lock (_byName)
        {
            Reserve(name);
            _announced++;
        }
    }

    /// <summary>The announced child could not be made. Answers whether its parent may be waiting for it.</summary>
    public bool Withdraw(string name)
    {
        lock (_byName)
        {
            Unreserve(name);
            _announced--;
            return _refuses;
        }
    }

    public void Unreserve(string name)
    {
        lock (_byName)
        {
            if (_byName.TryGetValue(name, out var held) && held is ChildNameReserved) _byName.Remove(name);
        }
    }

    /// <summary>Puts the child into its reserved place. Answers whether it is to be stopped at once, its parent having
    /// begun to stop since the name was reserved.</summary>
    public bool Fill(IInternalActorRef child, bool isAnnounced = false)
    {
        lock (_byName)
        {
            if (isAnnounced) _announced--;
            _byName[child.Path.Name] = child;
            if (_refuses) (_dying ??= []).Add(child);
            return _refuses;
        }
    }

    public bool Contains(IActorRef child) => RefOf(child.Path.Name) is { } known && known.Equals(child);

    public IInternalActorRef? RefOf(string name)
    {
        lock (_byName) return _byName.TryGetValue(name, out var held) ? RefIn(held) : null;
    }

    public bool TryGetStats(string name, out IChildStats stats)
    {
        lock (_byName)
        {
            stats = null!;
            if (!_byName.TryGetValue(name, out var held)) return false;
            stats = held as IChildStats ?? StatsIn(name, (IInternalActorRef)held);
            return true;
        }
    }

    public ChildRestartStats? StatsOf(IActorRef child)
    {
        lock (_byName)
        {
            if (!_byName.TryGetValue(child.Path.Name, out var held)) return null;
            if (RefIn(held) is not { } known || !known.Path.Equals(child.Path)) return null;
            return held as ChildRestartStats ?? StatsIn(child.Path.Name, known);
        }
    }

    public List<ChildRestartStats> AllStats()
    {
        lock (_byName)
        {
            var all = new List<ChildRestartStats>(_byName.Count);
            foreach (var (name, held) in _byName.ToArray())
            {
                if (RefIn(held) is { } child) all.Add(held as ChildRestartStats ?? StatsIn(name, child));
            }

            return all;
        }
    }

    public List<IInternalActorRef> Snapshot()
    {
        lock (_byName)
        {
            var all = new List<IInternalActorRef>(_byName.Count);
            foreach (var held in _byName.Values)
            {
                if (RefIn(held) is { } child) all.Add(child);
            }

            return all;
        }
    }

    /// <summary>Marks a child as about to stop. Answers whether it is a child.</summary>
    public bool MarkDying(IActorRef child)
    {
        lock (_byName)
        {
            if (!_byName.TryGetValue(child.Path.Name, out var held) || !child.Equals(RefIn(held)!)) return false;
            (_dying ??= []).Add(child);
            return true;
        }
    }

    public void Remove(IActorRef child)
    {
        lock (_byName)
        {
            _dying?.Remove(child);
            if (_byName.TryGetValue(child.Path.Name, out var held) && child.Equals(RefIn(held)!))
                _byName.Remove(child.Path.Name);
        }
    }

    private ChildRestartStats StatsIn(string name, IInternalActorRef child)
    {
        var stats = new ChildRestartStats(child);
        _byName[name] = stats;
        return stats;
    }

    private static IInternalActorRef? RefIn(object held) => held switch
    {
        IInternalActorRef child => child,
        ChildRestartStats stats => stats.Child,
        _ => null,
    };
}
