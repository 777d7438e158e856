using Akka.Actor;

namespace Akka.Tests.Actor;

public class ActorNameTests : KitTest
{
    [Theory]
    [InlineData("")]
    public void Must_not_be_empty(string name) =>
        Assert.Equal("Actor name must not be empty.", Refusal(name));

    [Theory]
    [InlineData("$hello")]
    [InlineData("a%")]
    [InlineData("%3")]
    [InlineData("%xx")]
    [InlineData("%0G")]
    [InlineData("a?")]
    [InlineData("a/b")]
    [InlineData("a b")]
    [InlineData("a#b")]
    [InlineData("åäö")]
    public void Must_be_an_element_of_a_path(string name) => Assert.Equal(
        $"Illegal actor name [{name}]. Actor paths MUST: not start with `$`, include only ASCII letters and can only "
        + $"contain these special characters: ${ActorPath.ValidSymbols}.",
        Refusal(name));

    [Theory]
    [InlineData("a")]
    [InlineData("A-1_b")]
    [InlineData("a$b")]
    [InlineData("a.b*c+d:e@f&g=h,i!j~k';(l)")]
    [InlineData("%20")]
    public void May_hold_what_a_path_may_hold(string name) =>
        Assert.Equal(name, Sys.ActorOf(Props.Empty, name).Path.Name);

    [Fact]
    public void Must_be_unique_among_siblings()
    {
        Sys.ActorOf(Props.Empty, "twin");

        Assert.Equal("Actor name \"twin\" is not unique!", Refusal("twin"));
    }

    [Fact]
    public void May_be_that_of_a_cousin()
    {
        Sys.ActorOf(Props.Empty, "one");
        var parent = Act((context, _) => context.Sender.Tell(context.ActorOf(Props.Empty, "one")), "parent");

        parent.Tell("child");

        Assert.Equal("/user/parent/one", ExpectMsg<IActorRef>().Path.ToStringWithoutAddress());
    }

    [Fact]
    public void Fails_the_parent_that_gives_it_twice()
    {
        var parent = Act((context, _) =>
        {
            context.ActorOf(Props.Empty, "duplicate");
            context.ActorOf(Props.Empty, "duplicate");
        });

        EventFilter.Exception<InvalidActorNameException>("Actor name \"duplicate\" is not unique!").ExpectOne(
            () => parent.Tell("go"));
    }

    [Fact]
    public void Is_made_up_when_none_is_given()
    {
        var names = Enumerable.Range(0, 66).Select(_ => Sys.ActorOf(Props.Empty).Path.Name).ToList();

        Assert.Equal(["$a", "$b", "$c"], names.Take(3));
        Assert.Equal(["$~", "$ab", "$bb"], names.Skip(63).Take(3));
    }

    [Fact]
    public void Is_taken_until_the_actor_has_ended()
    {
        var release = CreateTestLatch();
        var actor = Sys.ActorOf(Props.Create(() => new SlowToDie(release)), "slow");
        Watch(actor);
        Sys.Stop(actor);

        Assert.Equal("Actor name \"slow\" is not unique!", Refusal("slow"));
        release.CountDown();
        ExpectTerminated(actor);

        AwaitAssert(() => Sys.ActorOf(Props.Empty, "slow"));
    }

    [Fact]
    public void Belongs_to_one_of_those_who_want_it_at_once()
    {
        var made = 0;
        var refused = 0;
        Parallel.For(0, 16, _ =>
        {
            try
            {
                Sys.ActorOf(Props.Empty, "wanted");
                Interlocked.Increment(ref made);
            }
            catch (InvalidActorNameException)
            {
                Interlocked.Increment(ref refused);
            }
        });

        Assert.Equal((1, 15), (made, refused));
    }

    private string Refusal(string name) =>
        Assert.Throws<InvalidActorNameException>(() => Sys.ActorOf(Props.Empty, name)).Message;

    private sealed class SlowToDie(Akka.TestKit.TestLatch release) : UntypedActor
    {
        protected override void PostStop() => release.Ready(Patience);

        protected override void OnReceive(object message)
        {
        }
    }
}
