using Akka.Actor;

namespace ActorSockets.Server.Examples.Chat;

/// <summary>Knows who is in the chat, and by which name. One member is one connection's handler.</summary>
/// <remarks>It watches its members, so that a name is free again when its owner is gone, for whatever reason. A handler
/// that restarts is still the same member.</remarks>
internal sealed class ChatRoom : ReceiveActor
{
    private readonly Dictionary<IActorRef, Member> _members = [];
    private readonly Dictionary<string, Member> _byName = new(StringComparer.OrdinalIgnoreCase);
    private int _guests;

    public ChatRoom()
    {
        Receive<Enter>(OnEnter);
        Receive<Rename>(OnRename);
        Receive<Find>(OnFind);
        Receive<Who>(_ => Sender.Tell(new Members([.. _byName.Values.Select(member => member.Name).Order()])));
        Receive<Terminated>(OnTerminated);
    }

    private void OnEnter(Enter enter)
    {
        var isNew = !_members.TryGetValue(Sender, out var member);
        if (isNew)
        {
            member = new Member(FreeName(), enter.Id);
            _byName.Add(member.Name, member);
            _members.Add(Context.Watch(Sender), member);
        }

        Sender.Tell(new Entered(member!.Name, isNew));
    }

    private void OnRename(Rename rename)
    {
        var member = _members[Sender];
        if (_byName.TryGetValue(rename.Name, out var owner) && owner != member)
        {
            Sender.Tell(new Refused($"{owner.Name} is taken"));
            return;
        }

        var renamed = member with { Name = rename.Name };
        _byName.Remove(member.Name);
        _byName.Add(renamed.Name, renamed);
        _members[Sender] = renamed;
        Sender.Tell(new Renamed(member.Name, renamed.Name));
    }

    private void OnFind(Find find) =>
        Sender.Tell(_byName.TryGetValue(find.Name, out var member)
            ? new Found(member.Name, member.Id, find.Text)
            : new Refused($"nobody here is called {find.Name}"));

    private void OnTerminated(Terminated terminated)
    {
        if (_members.Remove(terminated.ActorRef, out var member))
            _byName.Remove(member.Name);
    }

    private string FreeName()
    {
        string name;
        do
            name = $"guest-{++_guests}";
        while (_byName.ContainsKey(name));
        return name;
    }

    /// <summary>From a handler: its peer is here. Answered by <see cref="Entered"/>.</summary>
    public sealed record Enter(ConnectionId Id);

    /// <summary>From a handler: its peer wants another name. Answered by <see cref="Renamed"/>, or by
    /// <see cref="Refused"/>.</summary>
    public sealed record Rename(string Name);

    /// <summary>From a handler: a text for one member. Answered by <see cref="Found"/>, or by
    /// <see cref="Refused"/>.</summary>
    public sealed record Find(string Name, string Text);

    /// <summary>From a handler: who is here? Answered by <see cref="Members"/>.</summary>
    public sealed record Who
    {
        private Who()
        {
        }

        public static Who Instance { get; } = new();
    }

    /// <summary>What the room answers.</summary>
    public abstract record Answer;

    /// <summary>The peer is a member, by this name; anew, or still after its handler's restart.</summary>
    public sealed record Entered(string Name, bool IsNew) : Answer;

    /// <summary>The peer has another name now.</summary>
    public sealed record Renamed(string From, string To) : Answer;

    /// <summary>The names of all members, in order.</summary>
    public sealed record Members(IReadOnlyList<string> Names) : Answer;

    /// <summary>The member that the text is for.</summary>
    public sealed record Found(string Name, ConnectionId Id, string Text) : Answer;

    /// <summary>The room cannot do it, and says why.</summary>
    public sealed record Refused(string Why) : Answer;

    private sealed record Member(string Name, ConnectionId Id);
}
