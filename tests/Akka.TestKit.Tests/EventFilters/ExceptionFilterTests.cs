using System.Text.RegularExpressions;
using Akka.Actor;
using Akka.Event;

namespace Akka.TestKit.Tests.EventFilters;

public class ExceptionFilterTests : EventFilterTestBase
{
    [Fact]
    public void Match_the_type()
    {
        EventFilter.Exception<ArgumentException>().ExpectOne(() =>
        {
            Log.Error(new InvalidOperationException(), "other");
            Log.Error("no exception");
            Log.Error(new ArgumentException("expected"), "expected");
        });

        Assert.Equal("other", ExpectMsg<Error>().Message);
        Assert.Equal("no exception", ExpectMsg<Error>().Message);
    }

    [Fact]
    public void Match_derived_types()
        => EventFilter.Exception<ArgumentException>().ExpectOne(() => Log.Error(new ArgumentNullException(), "x"));

    [Fact]
    public void Match_the_text_of_the_event_or_of_the_exception()
        => EventFilter.Exception<ArgumentException>("boom").Expect(2, () =>
        {
            Log.Error(new ArgumentException("other"), "boom");
            Log.Error(new ArgumentException("boom"), "other");
        });

    [Fact]
    public void Match_by_a_pattern()
        => EventFilter.Exception<ArgumentException>(new Regex("^b.*m$")).ExpectOne(
            () => Log.Error(new ArgumentException("boom"), "other"));

    [Fact]
    public void Match_inner_exceptions_when_told()
    {
        var cause = new InvalidOperationException("outer", new ArgumentException("inner"));

        EventFilter.Exception(typeof(ArgumentException), "inner", checkInnerExceptions: true)
            .ExpectOne(() => Log.Error(cause, "x"));
        EventFilter.Exception(typeof(ArgumentException)).Expect(0, Short, () => Log.Error(cause, "x"));
    }

    [Fact]
    public void Match_what_an_actor_and_its_supervisor_log_of_it()
    {
        var actor = ActorOf<Unlucky>();

        EventFilter.Exception<InvalidOperationException>("no luck", source: actor.Path.ToString())
            .Expect(2, () => actor.Tell("try"));
    }

    [Fact]
    public void Refuse_types_that_are_no_exceptions()
        => Assert.Throws<ArgumentException>(() => EventFilter.Exception(typeof(string)));

    private sealed class Unlucky : UntypedActor
    {
        private readonly ILoggingAdapter _log = Context.GetLogger();

        protected override void OnReceive(object message) => throw new InvalidOperationException("no luck");

        protected override void PostRestart(Exception reason) => _log.Error(reason, "again");
    }
}
