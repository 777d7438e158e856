using Akka.Actor;
using Akka.Hosting;

namespace ActorSockets.Server.Examples.Chat;

/// <summary>One person in the chat: a line is for all others, and one that begins with a slash is a command.
/// Framer: lines.</summary>
/// <remarks>
/// While the room has not answered, lines wait in the stash: what follows a <c>/nick</c> is said under the new name.
/// <code>
/// state    message                   next
/// Waiting  Answer from the room      Talking
/// Waiting  a line                    Waiting: stashed
/// Talking  a line that is a text     Talking: sent to all others
/// Talking  a line that is a command  Talking, or Waiting for the room's answer to it
/// </code>
/// </remarks>
internal sealed class ChatHandler : ConnectionActor, IWithUnboundedStash
{
    private readonly IActorRef _room = ActorRegistry.For(Context.System).Get<ChatRoom>();
    private string? _name;

    public ChatHandler() => Become(Waiting);

    public IStash Stash { get; set; } = null!;

    protected override void PreStart() => _room.Tell(new ChatRoom.Enter(Connection.Id));

    // Not the base's, which would run PostStop: the peer has not left.
    protected override void PreRestart(Exception reason, object message)
    {
    }

    protected override void PostStop()
    {
        if (_name is not null)
            Send(To.Others, $"* {_name} has left");
    }

    private void Waiting()
    {
        Receive<string>(_ => Stash.Stash());
        Receive<ChatRoom.Answer>(answer =>
        {
            OnAnswer(answer);
            Become(Talking);
            Stash.UnstashAll();
        });
    }

    private void Talking() => Receive<string>(line =>
    {
        var text = ChatText.Printable(line);
        if (text.StartsWith('/'))
            OnCommand(ChatText.Words(text));
        else if (text.Length > 0)
            Send(To.Others, $"{_name}: {text}");
    });

    private void OnCommand(string[] words)
    {
        switch (words)
        {
            case ["/nick", var name] when ChatText.IsName(name):
                Ask(new ChatRoom.Rename(name));
                break;
            case ["/nick", ..]:
                Connection.Send($"* /nick NAME: {ChatText.NameRule}");
                break;
            case ["/who", ..]:
                Ask(ChatRoom.Who.Instance);
                break;
            case ["/msg", var name, var text]:
                Ask(new ChatRoom.Find(name, text));
                break;
            case ["/msg", ..]:
                Connection.Send("* /msg NAME TEXT");
                break;
            case ["/quit", ..]:
                Connection.Send("* goodbye");
                Connection.Close();
                break;
            case ["/help", ..]:
                Connection.Send("* /nick NAME, /who, /msg NAME TEXT, /quit; all else is said to all others");
                break;
            default:
                Connection.Send($"* unknown command {words[0]}; /help tells what there is");
                break;
        }
    }

    private void Ask(object question)
    {
        _room.Tell(question);
        Become(Waiting);
    }

    private void OnAnswer(ChatRoom.Answer answer)
    {
        switch (answer)
        {
            case ChatRoom.Entered entered:
                OnEntered(entered);
                break;
            case ChatRoom.Renamed renamed:
                _name = renamed.To;
                Connection.Send($"* you are {renamed.To} now");
                Send(To.Others, $"* {renamed.From} is {renamed.To} now");
                break;
            case ChatRoom.Members members:
                Connection.Send($"* {members.Names.Count} here: {string.Join(", ", members.Names)}");
                break;
            case ChatRoom.Found found:
                Send(To.Connection(found.Id), $"{_name} (to you): {found.Text}");
                break;
            case ChatRoom.Refused refused:
                Connection.Send($"* {refused.Why}");
                break;
        }
    }

    private void OnEntered(ChatRoom.Entered entered)
    {
        _name = entered.Name;
        if (!entered.IsNew)
            return;
        Connection.Send($"* welcome, you are {_name}; /help tells what you can do");
        Send(To.Others, $"* {_name} has joined");
    }
}
