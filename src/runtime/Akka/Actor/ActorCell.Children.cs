using Akka.Actor.Internal;
using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

public partial class ActorCell
{
    private Children? _children;
    private long _nextRandomName;

    public virtual IActorRef ActorOf(Props props, string? name = null) =>
        MakeChild(props, name, isSystemService: false, async: false);

    /// <summary>Creates a child; callable from outside the actor's turn.</summary>
    public virtual IActorRef AttachChild(Props props, bool isSystemService, string? name = null) =>
        MakeChild(props, name, isSystemService, async: true);

    IActorRef IActorContext.Child(string name) => _children?.RefOf(name) ?? (IActorRef)ActorRefs.Nobody;

    public IEnumerable<IInternalActorRef> GetChildren() => _children?.Snapshot() ?? [];

    IEnumerable<IActorRef> IActorContext.GetChildren() => GetChildren();

    public IInternalActorRef GetChildByName(string name) => _children?.RefOf(name) ?? ActorRefs.Nobody;

    /// <summary>A child by <c>name</c> or <c>name#uid</c>; Nobody when there is none of that name and uid.</summary>
    public IInternalActorRef GetSingleChild(string name)
    {
        var at = name.IndexOf('#');
        if (at < 0) return GetChildByName(name);
        var child = GetChildByName(name[..at]);
        return long.TryParse(name.AsSpan(at + 1), out var uid) && child.Path.Uid == uid ? child : ActorRefs.Nobody;
    }

    public bool TryGetChildStatsByName(string name, out IChildStats child)
    {
        child = null!;
        return _children?.TryGetStats(name, out child) == true;
    }

    protected bool TryGetChildStatsByRef(IActorRef actor, out ChildRestartStats child) =>
        (child = _children?.StatsOf(actor)!) is not null;

    public void ReserveChild(string name) => ChildrenForNew().Reserve(name);

    /// <summary>Takes in a child that made its own cell, under the name that was reserved for it.</summary>
    public ChildRestartStats InitChild(IInternalActorRef actor)
    {
        var late = ChildrenForNew().Fill(actor);
        if (late) actor.Stop();
        return _children!.StatsOf(actor)!;
    }

    protected void UnreserveChild(string name) => _children?.Unreserve(name);

    /// <summary>Stops a child, or any other actor in this process.</summary>
    public void Stop(IActorRef child)
    {
        _children?.MarkDying(child);
        ((IInternalActorRef)child).Stop();
    }

    internal void AddGuardian(LocalActorRef guardian) => ChildrenForNew().Fill(guardian);

    private IActorRef MakeChild(Props props, string? name, bool isSystemService, bool async)
    {
        if (name is null) name = RandomName();
        else CheckName(name);
        var children = ChildrenForNew();
        children.Announce(name);
        IInternalActorRef child;
        try
        {
            var path = new ChildActorPath(_self.Path, name, NewUid());
            child = _system.Provider.ActorOf(
                _system, props, _self, path, isSystemService, deploy: null!, lookupDeploy: true, async);
        }
        catch
        {
            if (children.Withdraw(name)) _self.SendSystemMessage(new ChildWithdrawn());
            throw;
        }

        SuspendAsOften(child);
        var late = children.Fill(child, isAnnounced: true);
        child.Start();
        if (late) child.Stop();
        if (_system.Settings.DebugLifecycle) Debug($"now supervising {child.Path}");
        return child;
    }

    // the verdict on a failed actor is passed on to its children, and undoes their suspensions
    private void SuspendAsOften(IInternalActorRef child)
    {
        if (_failure is null) return;
        for (var i = Mailbox.SuspendCount; i > 0; i--) child.Suspend();
    }

    private Children ChildrenForNew() =>
        _children ?? Interlocked.CompareExchange(ref _children, new Children(), null) ?? _children!;

    private void RefuseNewChildren() =>
        Interlocked.CompareExchange(ref _children, Internal.Children.None, null)?.RefuseNew();

    private static void CheckName(string name)
    {
        if (name.Length == 0) throw new InvalidActorNameException("Actor name must not be empty.");
        if (!ActorPath.IsValidPathElement(name))
        {
            throw new InvalidActorNameException(
                $"Illegal actor name [{name}]. Actor paths MUST: not start with `$`, include only ASCII letters and "
                + $"can only contain these special characters: ${ActorPath.ValidSymbols}.");
        }
    }

    private string RandomName() => NameOf(Interlocked.Increment(ref _nextRandomName) - 1);

    /// <summary>The alphabet and the little-endian order of Akka's generated names: $a, $b, … $~, $ab.</summary>
    internal static string NameOf(long number)
    {
        const string alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+~";
        Span<char> name = stackalloc char[12];
        name[0] = '$';
        var length = 1;
        do
        {
            name[length++] = alphabet[(int)(number & 63)];
            number >>= 6;
        }
        while (number != 0);

        return new string(name[..length]);
    }

    internal static long NewUid()
    {
        long uid;
        do uid = Random.Shared.NextInt64(1, int.MaxValue);
        while (uid == UndefinedUid);
        return uid;
    }

    private void StopChildren()
    {
        if (_children is null) return;
        foreach (var child in _children.Snapshot()) Stop(child);
    }

    private void SuspendChildren(IReadOnlyCollection<IInternalActorRef>? except, IActorRef? perpetrator = null)
    {
        if (_children is null) return;
        foreach (var child in _children.Snapshot())
        {
            if (child.Equals(perpetrator!) || except?.Contains(child) == true) continue;
            child.Suspend();
        }
    }

    // only the child that failed learns of the failure: its own is undone, the others merely go on
    private void ResumeChildren(Exception? cause, IActorRef? perpetrator)
    {
        if (_children is null) return;
        foreach (var child in _children.Snapshot()) child.Resume(child.Equals(perpetrator!) ? cause : null);
    }

    private void OnSupervise(IActorRef child, bool async)
    {
        if (IsTerminating) return;
        if (_system.Settings.DebugLifecycle) Debug($"now supervising {child.Path}");
        if (async && child is RepointableActorRef repointable) repointable.Point();
    }
}
