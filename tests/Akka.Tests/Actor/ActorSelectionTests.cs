using Akka.Actor;
using Akka.Event;
using Akka.Util;

namespace Akka.Tests.Actor;

public class ActorSelectionTests : KitTest
{
    private readonly IActorRef _top;
    private readonly IActorRef _left;
    private readonly IActorRef _right;
    private readonly IActorRef _leaf;

    public ActorSelectionTests()
    {
        _top = Sys.ActorOf(Props.Create(() => new Node()), "top");
        _left = Child(_top, "left");
        _right = Child(_top, "right");
        _leaf = Child(_right, "leaf");
    }

    private IInternalActorRef Guardian => ((ExtendedActorSystem)Sys).Guardian;

    private IInternalActorRef Root => ((ExtendedActorSystem)Sys).LookupRoot;

    [Fact]
    public void Finds_actors_by_their_paths()
    {
        Assert.Equal(_top, Identify(Sys.ActorSelection(_top.Path)));
        Assert.Equal(_leaf, Identify(Sys.ActorSelection(_leaf.Path)));
        Assert.Equal(_leaf, Identify(Sys.ActorSelection(_leaf.Path.ToString())));
    }

    [Theory]
    [InlineData("/user/top/right/leaf")]
    [InlineData("/user/top/right/leaf/")]
    [InlineData("user/top/right/leaf")]
    [InlineData("user/top/left/../right/leaf")]
    [InlineData("../../user/top/right/leaf")]
    public void Finds_an_actor_however_its_path_is_written(string path) =>
        Assert.Equal(_leaf, Identify(Sys.ActorSelection(path)));

    [Fact]
    public void Finds_what_is_always_there()
    {
        Assert.Equal(Guardian, Identify(Sys.ActorSelection("/user")));
        Assert.Equal(Guardian, Identify(Sys.ActorSelection("user/")));
        Assert.Equal(((ExtendedActorSystem)Sys).SystemGuardian, Identify(Sys.ActorSelection("/system")));
        Assert.Equal(Root, Identify(Sys.ActorSelection("/")));
        Assert.Equal(Root, Identify(Sys.ActorSelection("..")));
        Assert.Equal(Root, Identify(Sys.ActorSelection("../../..")));
        Assert.Equal(Root, Identify(Sys.ActorSelection(Root.Path)));
    }

    [Theory]
    [InlineData("a/b/c")]
    [InlineData("/user/none")]
    [InlineData("/user/top/left/none")]
    [InlineData("akka://all-systems/user")]
    public void Identifies_as_no_one_when_there_is_no_such_actor(string path) =>
        Assert.Null(Identify(Sys.ActorSelection(path)));

    [Theory]
    [InlineData("")]
    [InlineData("foo://user")]
    [InlineData("/deadLetters")]
    [InlineData("deadLetters/")]
    public void Identifies_as_nobody_when_it_leads_to_dead_letters(string path) =>
        Assert.Equal(ActorRefs.Nobody, Identify(Sys.ActorSelection(path)));

    [Fact]
    public void Starts_from_its_anchor()
    {
        Assert.Equal(_left, Identify(new ActorSelection(_leaf, "../../left")));
        Assert.Equal(_leaf, Identify(new ActorSelection(_leaf, "")));
        Assert.Equal(_leaf, Identify(Sys.ActorSelection(_right, "leaf")));
    }

    [Fact]
    public void Starts_from_the_actor_whose_context_made_it()
    {
        _right.Tell(("leaf", "hello"));
        ExpectMsg<(IActorRef, object)>((_leaf, "hello"));

        _right.Tell(("../left", "hello"));
        ExpectMsg<(IActorRef, object)>((_left, "hello"));

        _right.Tell(("/user/top", "hello"));
        ExpectMsg<(IActorRef, object)>((_top, "hello"));
    }

    [Fact]
    public void Tells_in_the_name_of_the_sender()
    {
        Sys.ActorSelection("/user/top").Tell("who?", TestActor);

        ExpectMsg<(IActorRef, object)>((_top, "who?"));
        Assert.Equal(_top, LastSender);
    }

    [Theory]
    [InlineData("/user/top/*", "left right")]
    [InlineData("/user/top/l*", "left")]
    [InlineData("/user/top/?igh?", "right")]
    [InlineData("/user/top/*t", "left right")]
    [InlineData("/user/t?p/*/leaf", "leaf")]
    [InlineData("/user/top/**", "left right leaf")]
    [InlineData("/user/top/right/**", "leaf")]
    public void Reaches_all_that_match(string path, string names)
    {
        Sys.ActorSelection(path).Tell("hello", TestActor);

        var expected = names.Split(' ');
        var reached = expected.Select(_ => ExpectMsg<(IActorRef Node, object)>().Node.Path.Name).ToList();
        Assert.Equal(expected.Order(), reached.Order());
        Assert.False(HasMessages);
    }

    [Fact]
    public void Refuses_a_double_wildcard_that_is_not_the_last_element()
    {
        var refusal = Assert.Throws<IllegalActorNameException>(() => Sys.ActorSelection("/user/**/leaf"));

        Assert.Equal("Double wildcard can only appear at the last path entry", refusal.Message);
    }

    [Theory]
    [InlineData("/user/missing")]
    [InlineData("/user/missing/*")]
    [InlineData("/user/missing/*/child")]
    [InlineData("/user/top/left/*")]
    [InlineData("/user/top/right/leaf/child")]
    public void Makes_a_dead_letter_when_nothing_matches(string path)
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));

        Sys.ActorSelection(path).Tell("lost", TestActor);

        var letter = ExpectMsg<DeadLetter>();
        Assert.Equal("lost", letter.Message);
        Assert.Equal(TestActor, letter.Sender);
        Assert.Equal(path, letter.Recipient.Path.ToStringWithoutAddress());
    }

    [Fact]
    public void Answers_for_one_branch_without_a_match_but_not_for_several()
    {
        Sys.ActorSelection("/user/top/right/*/none").Tell(new Identify(1), TestActor);
        Assert.Null(ExpectMsg<ActorIdentity>(identity => Assert.Equal(1, identity.MessageId)).Subject);

        Sys.ActorSelection("/user/top/*/none").Tell(new Identify(2), TestActor);
        Sys.ActorSelection("/user/top/left/**").Tell(new Identify(3), TestActor);
        Sys.ActorSelection("/user/top").Tell(new Identify(4), TestActor);
        Assert.Equal(4, ExpectMsg<ActorIdentity>().MessageId);
    }

    [Fact]
    public async Task Resolves_to_one_actor() =>
        Assert.Equal(_leaf, await Sys.ActorSelection("/user/top/right/leaf").ResolveOne(Patience));

    [Fact]
    public async Task Does_not_resolve_when_there_is_no_such_actor() =>
        await Assert.ThrowsAsync<ActorNotFoundException>(() => Sys.ActorSelection("/user/none").ResolveOne(Patience));

    [Fact]
    public async Task Does_not_resolve_when_nobody_answers()
    {
        var suspended = (IInternalActorRef)Silent();
        suspended.Suspend();

        var failure = await Assert.ThrowsAsync<ActorNotFoundException>(
            () => Sys.ActorSelection(suspended.Path).ResolveOne(Ms(20)));

        Assert.IsType<AskTimeoutException>(failure.InnerException);
    }

    [Fact]
    public async Task Does_not_resolve_when_it_is_cancelled() =>
        await Assert.ThrowsAsync<ActorNotFoundException>(
            () => Sys.ActorSelection("/user/top").ResolveOne(Patience, new CancellationToken(true)));

    [Fact]
    public void Equals_another_with_the_same_anchor_and_path()
    {
        Assert.Equal(new ActorSelection(_leaf, "../*/hello"), new ActorSelection(_leaf, "../*/hello"));
        Assert.Equal(
            new ActorSelection(_leaf, "../*/hello").GetHashCode(),
            new ActorSelection(_leaf, "../*/hello").GetHashCode());
        Assert.NotEqual(new ActorSelection(_left, "../*/hello"), new ActorSelection(_leaf, "../*/hello"));
        Assert.NotEqual(new ActorSelection(_leaf, "../*/hell"), new ActorSelection(_leaf, "../*/hello"));
    }

    [Fact]
    public void Shows_its_anchor_and_path() => Assert.Equal(
        $"ActorSelection[Anchor(akka://{Sys.Name}/user/top/left#{_left.Path.Uid}), Path(/../*/hello/**)]",
        new ActorSelection(_left, "../*/hello/**").ToString());

    [Theory]
    [InlineData("worker", "w.rker", false)]
    [InlineData("w$rker", "w$rker", true)]
    [InlineData("work.r", "*.r", true)]
    [InlineData("work.r", "*k.", false)]
    [InlineData("worker", "*ke", false)]
    [InlineData("worker", "*ker*", true)]
    [InlineData("worker", "ker*", false)]
    [InlineData("worker", "wo?ke?", true)]
    [InlineData("worker", "worker?", false)]
    [InlineData("Worker", "wORKER", true)]
    [InlineData("", "*", true)]
    [InlineData("", "?", false)]
    [InlineData("aab", "*ab", true)]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "*a*a*a*a*a*a*a*a*b", false)]
    public void Matches_a_whole_name(string name, string pattern, bool matches)
    {
        Assert.Equal(matches, name.Like(pattern));
        Assert.Equal(matches && name != "Worker", name.Like(pattern, caseSensitive: true));
    }

    private IActorRef Child(IActorRef parent, string name)
    {
        parent.Tell(new NewChild(name), TestActor);
        return ExpectMsg<IActorRef>();
    }

    private IActorRef? Identify(ActorSelection selection)
    {
        selection.Tell(new Identify(selection), TestActor);
        var identity = ExpectMsg<ActorIdentity>();
        Assert.Equal(selection, identity.MessageId);
        return identity.Subject;
    }

    private sealed record NewChild(string Name);

    private sealed class Node : ReceiveActor
    {
        public Node()
        {
            Receive<NewChild>(
                child => Sender.Tell(Context.ActorOf(Props.Create(() => new Node()), child.Name)));
            Receive<(string Path, string Message)>(
                forward => Context.ActorSelection(forward.Path).Tell(forward.Message, Sender));
            ReceiveAny(message => Sender.Tell((Self, message)));
        }
    }
}
