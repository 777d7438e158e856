using Akka.Actor;
using Akka.Event;
using Akka.TestKit.TestActors;

namespace Akka.Tests.Event;

public class DeadLetterListenerTests : TestKit.Xunit2.TestKit
{
    private const string Advice =
        "This logging can be turned off or adjusted with configuration settings 'akka.log-dead-letters' and " +
        "'akka.log-dead-letters-during-shutdown'.";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    private readonly IActorRef _dead;

    public DeadLetterListenerTests()
        : base("""
            akka.loglevel = INFO
            akka.log-dead-letters = 4
            akka.log-dead-letters-suspend-duration = 1ms
            """)
    {
        _dead = Watch(Sys.ActorOf(BlackHoleActor.Props, "dead"));
        Sys.Stop(_dead);
        ExpectTerminated(_dead);
    }

    [Fact]
    public void Logs_dead_letters_with_what_to_do_about_them()
        => EventFilter.Info(
            $"Message [String] from {TestActor} to {_dead} was not delivered. [1] dead letters encountered. " +
            $"If this is not an expected behavior then {_dead} may have terminated unexpectedly. {Advice} " +
            "Message content: hello",
            source: "akka://test/user/dead").ExpectOne(() => _dead.Tell("hello", TestActor));

    [Fact]
    public void Logs_no_sender_where_there_is_none()
        => EventFilter.Info(start: $"Message [Int32] to {_dead} was not delivered. [1]")
            .ExpectOne(() => _dead.Tell(1, ActorRefs.NoSender));

    [Fact]
    public void Logs_no_content_where_it_is_the_name_of_the_type()
        => EventFilter.Info(new System.Text.RegularExpressions.Regex("^Message \\[Plain\\].*during-shutdown'\\.$"))
            .ExpectOne(() => _dead.Tell(new Plain(), TestActor));

    [Fact]
    public void Logs_what_wraps_the_message()
        => EventFilter
            .Info(start: $"Message [String] wrapped in [$Wrapper] from {TestActor} to {_dead} was not delivered.")
            .ExpectOne(() => _dead.Tell(new Wrapper("hello"), TestActor));

    [Fact]
    public void Logs_dropped_messages_with_the_reason()
        => EventFilter.Info(start: $"Message [Int32] to {TestActor} was dropped. Don't like numbers. [1] dead letters")
            .ExpectOne(() => Sys.EventStream.Publish(new Dropped(1, "Don't like numbers", TestActor)));

    [Fact]
    public void Logs_unhandled_messages()
    {
        var deaf = ActorOf<UnhandledMessageActor>("deaf");

        EventFilter
            .Info(start: $"Message [Int32] from {TestActor} to {deaf} was unhandled. "
                + $"[1] dead letters encountered. {Advice}")
            .ExpectOne(() => deaf.Tell(1, TestActor));
    }

    [Fact]
    public void Logs_no_suppressed_messages()
        => EventFilter.Info(start: "Message [").Expect(1, () =>
        {
            _dead.Tell(new Unimportant(), TestActor);
            _dead.Tell(new Wrapper(new Unimportant()), TestActor);
            Sys.EventStream.Publish(new Dropped(new Unimportant(), "who cares", TestActor));
            _dead.Tell("important", TestActor);
        });

    [Fact]
    public void Pauses_after_as_many_as_it_is_to_log_and_begins_anew()
    {
        ExpectLetter("[1] dead letters encountered. ");
        ExpectLetter("[2] dead letters encountered. ");
        ExpectLetter("[3] dead letters encountered. ");
        ExpectLetter("[4] dead letters encountered, no more dead letters will be logged in next [00:00:00.0010000]. ");

        var end = DateTime.UtcNow + 20 * Pause;
        AwaitCondition(() => DateTime.UtcNow > end);
        ExpectLetter("[5] dead letters encountered, of which 0 were not logged. The counter will be reset now. ");

        ExpectLetter("[1] dead letters encountered. ");
    }

    private void ExpectLetter(string count)
        => EventFilter.Info(start: $"Message [Int32] from {TestActor} to {_dead} was not delivered. {count}")
            .ExpectOne(() => _dead.Tell(0, TestActor));

    private sealed class Plain
    {
        public override string ToString() => nameof(Plain);
    }

    private sealed class Wrapper(object message) : IWrappedMessage
    {
        public object Message { get; } = message;
    }

    private sealed class Unimportant : IDeadLetterSuppression;
}
