using Akka.Actor;
using Akka.Event;

namespace Akka.Tests.Actor;

public class ReceiveActorTests : KitTest
{
    [Fact]
    public void Tries_handlers_in_the_order_of_their_declaration()
    {
        var actor = Start(self =>
        {
            self.On<string>(text => "string " + text);
            self.On<object>(any => "object " + any);
        });

        actor.Tell("a");
        actor.Tell(1);

        ExpectInOrder("string a", "object 1");
    }

    [Fact]
    public void Takes_a_base_type_first_when_it_was_declared_first()
    {
        var actor = Start(self =>
        {
            self.On<Exception>(_ => "base");
            self.On<FormatException>(_ => "derived");
        });

        actor.Tell(new FormatException());

        ExpectMsg("base");
    }

    [Fact]
    public void Tries_the_next_handler_when_a_predicate_refuses()
    {
        var actor = Start(self =>
        {
            self.On<int>(number => "even " + number, number => number % 2 == 0);
            self.On<int>(number => "big " + number, number => number > 10);
            self.On<int>(number => "other " + number);
        });

        actor.Tell(2);
        actor.Tell(11);
        actor.Tell(3);

        ExpectInOrder("even 2", "big 11", "other 3");
    }

    [Fact]
    public void Tries_the_next_handler_when_a_function_says_it_has_not_handled()
    {
        var actor = Start(self =>
        {
            self.OnTry<string>(text => text == "mine");
            self.On<string>(text => "rest " + text);
        });

        actor.Tell("mine");
        actor.Tell("yours");

        ExpectInOrder("handled mine", "rest yours");
    }

    [Fact]
    public void Handles_types_that_are_known_at_run_time_only()
    {
        var actor = Start(self =>
        {
            self.OnType(typeof(int), message => "int " + message, message => (int)message > 0);
            self.OnType(typeof(IFormattable), message => "formattable " + message, null);
            self.OnTypeTry(typeof(string), message => "tried " + message);
        });

        actor.Tell(1);
        actor.Tell(-1);
        actor.Tell("x");

        ExpectInOrder("int 1", "formattable -1", "tried x");
    }

    [Fact]
    public void Publishes_what_no_handler_takes()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));
        var actor = Start(self => self.On<string>(text => text));

        actor.Tell(42);

        var unhandled = ExpectMsg<UnhandledMessage>();
        Assert.Equal((42, TestActor, actor), (unhandled.Message, unhandled.Sender, unhandled.Recipient));
    }

    [Fact]
    public void Handles_with_what_it_became()
    {
        var actor = Start(self => self.On<string>(_ => "first"));

        actor.Tell("x");
        actor.Tell(new Change(self => self.On<string>(_ => "second")));
        actor.Tell("x");

        ExpectInOrder("first", "second");
    }

    [Fact]
    public void Becomes_more_than_once_and_forgets_what_it_was()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));
        var actor = Start(self => self.On<string>(_ => "first"));

        actor.Tell(new Change(self => self.On<int>(_ => "int")));
        actor.Tell("x");
        actor.Tell(1);

        Assert.Equal("x", ExpectMsg<UnhandledMessage>().Message);
        ExpectMsg("int");
    }

    [Fact]
    public void Goes_back_to_what_it_was_when_it_has_stacked()
    {
        var actor = Start(self => self.On<string>(_ => "first"));

        actor.Tell(new Stack(self => self.On<string>(_ => "second")));
        actor.Tell("x");
        actor.Tell(new Unstack());
        actor.Tell("x");
        actor.Tell(new Unstack());
        actor.Tell("x");

        ExpectInOrder("second", "first", "first");
    }

    [Fact]
    public void Takes_a_become_in_the_constructor_over_the_handlers_around_it()
    {
        var actor = Start(self =>
        {
            self.On<string>(_ => "constructor");
            self.BecomeNow(inner => inner.On<string>(_ => "became"));
            self.On<int>(_ => "constructor");
        });

        actor.Tell("x");

        ExpectMsg("became");
    }

    [Fact]
    public void Starts_from_its_constructor_again_after_a_restart()
    {
        var actor = Start(self =>
        {
            self.On<string>(_ => "first");
            self.OnType(typeof(Exception), error => throw (Exception)error, null);
        });

        actor.Tell(new Change(self =>
        {
            self.On<string>(_ => "second");
            self.OnType(typeof(Exception), error => throw (Exception)error, null);
        }));
        actor.Tell(new FormatException());
        actor.Tell("x");

        ExpectMsg("first");
    }

    [Fact]
    public void Refuses_handlers_after_one_for_all()
    {
        const string Text =
            "A handler that catches all messages has been added. No handler can be added after that.";

        Assert.Equal(Text, CauseOfFailure(self => self.AnyThen<string>()).Message);
        Assert.Equal(Text, CauseOfFailure(self =>
        {
            self.On<object>(_ => "all");
            self.On<string>(_ => "never");
        }).Message);
    }

    [Fact]
    public void Takes_an_object_handler_with_a_predicate_for_one_of_many()
    {
        var actor = Start(self =>
        {
            self.On<object>(_ => "one", message => message is 1);
            self.On<object>(_ => "all");
        });

        actor.Tell(1);
        actor.Tell(2);

        ExpectInOrder("one", "all");
    }

    [Fact]
    public void Refuses_handlers_outside_of_constructor_and_become()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Error));
        var actor = Start(self => self.OnType(typeof(string), _ => self.On<int>(_ => "late"), null));

        actor.Tell("x");

        Assert.Equal(
            "You may only call Receive-methods when constructing the actor and inside Become().",
            Assert.IsType<InvalidOperationException>(ExpectMsg<Error>().Cause).Message);
    }

    [Fact]
    public void Handles_nothing_else_while_a_task_runs()
    {
        var gate = new TaskCompletionSource();
        var actor = Start(self =>
        {
            self.OnAsync<string>(async text =>
            {
                await gate.Task;
                return "async " + text;
            });
            self.On<int>(number => "int " + number);
        });

        actor.Tell("a");
        actor.Tell(1);
        gate.SetResult();

        ExpectInOrder("async a", "int 1");
    }

    [Fact]
    public void Keeps_sender_and_self_across_an_await()
    {
        var actor = Start(self => self.OnAsync<string>(async _ =>
        {
            await Task.Yield();
            return self.SelfAndSender();
        }));

        actor.Tell("a");

        ExpectMsg($"{actor} {TestActor}");
    }

    [Fact]
    public void Fails_with_what_a_task_throws()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Error));
        var actor = Start(self => self.OnAsync<string>(async _ =>
        {
            await Task.Yield();
            throw new FormatException("ouch");
        }));

        actor.Tell("a");

        Assert.Equal("ouch", Assert.IsType<FormatException>(ExpectMsg<Error>().Cause).Message);
    }

    [Fact]
    public void Asks_the_predicate_of_a_task_handler_first()
    {
        var actor = Start(self =>
        {
            self.OnAsync<string>(text => Task.FromResult("async " + text), text => text == "a");
            self.On<string>(text => "sync " + text);
        });

        actor.Tell("b");
        actor.Tell("a");

        ExpectInOrder("sync b", "async a");
    }

    private IActorRef Start(Action<Scripted> script) => Sys.ActorOf(Props.Create(() => new Scripted(script)));

    private Exception CauseOfFailure(Action<Scripted> script)
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Error));
        Start(script);
        var cause = Assert.IsType<ActorInitializationException>(ExpectMsg<Error>().Cause);
        return cause.GetBaseException();
    }

    private sealed record Change(Action<Scripted> Script);

    private sealed record Stack(Action<Scripted> Script);

    private sealed record Unstack;

    /// <summary>Answers what its script says, and changes its behaviour when told to.</summary>
    private sealed class Scripted : ReceiveActor
    {
        public Scripted(Action<Scripted> script) => Configure(script);

        public void On<T>(Func<T, string> answer, Predicate<T>? condition = null) =>
            Receive(message => Sender.Tell(answer(message)), condition);

        public void OnTry<T>(Func<T, bool> isMine) => Receive<T>(message =>
        {
            if (isMine(message))
            {
                Sender.Tell("handled " + message);
                return true;
            }

            return false;
        });

        public void OnType(Type type, Action<object> action) => Receive(type, action);

        public void OnType(Type type, Func<object, string> answer, Predicate<object>? condition) =>
            Receive(type, message => Sender.Tell(answer(message)), condition);

        public void OnType(Type type, Action<object> action, Predicate<object>? condition) =>
            Receive(type, condition, action);

        public void OnTypeTry(Type type, Func<object, string> answer) => Receive(type, message =>
        {
            Sender.Tell(answer(message));
            return true;
        });

        public void OnAsync<T>(Func<T, Task<string>> answer, Predicate<T>? condition = null) =>
            ReceiveAsync(async message => Sender.Tell(await answer(message)), condition);

        public void AnyThen<T>()
        {
            ReceiveAny(_ => { });
            Receive<T>(_ => { });
        }

        public void BecomeNow(Action<Scripted> script) => Become(() => Configure(script));

        public string SelfAndSender() => $"{Self} {Sender}";

        private void Configure(Action<Scripted> script)
        {
            Receive<Change>(change => Become(() => Configure(change.Script)));
            Receive<Stack>(stack => BecomeStacked(() => Configure(stack.Script)));
            Receive<Unstack>(_ => UnbecomeStacked());
            script(this);
        }
    }
}
