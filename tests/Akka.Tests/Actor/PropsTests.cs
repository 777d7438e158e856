using System.Reflection;
using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Routing;

namespace Akka.Tests.Actor;

public class PropsTests : KitTest
{
    private static readonly string Shared = "shared";

    [Fact]
    public void Creates_by_type()
    {
        Assert.IsType<Plain>(Instantiate(Props.Create<Plain>()));
        var type = typeof(Plain);
        Assert.IsType<Plain>(Instantiate(Props.Create(type)));
        Assert.IsType<Plain>(Instantiate(new Props(type)));
    }

    [Fact]
    public void Creates_by_type_and_arguments()
    {
        var created = (Wide)Instantiate(Props.Create<Wide>(7, "seven", null));

        Assert.Equal((7, "seven", null), (created.Number, created.Text, created.Inner));
    }

    [Fact]
    public void Creates_by_expression_with_constants_variables_and_calls()
    {
        var captured = 3;
        var outer = new { Inner = new { Number = 4 } };

        Assert.Equal(1, Number(Props.Create(() => new Wide(1, "x", null))));
        Assert.Equal(3, Number(Props.Create(() => new Wide(captured, "x", null))));
        Assert.Equal(4, Number(Props.Create(() => new Wide(outer.Inner.Number, "x", null))));
        Assert.Equal(6, Number(Props.Create(() => new Wide(Twice(captured), "x", null))));
        Assert.Equal("shared!", ((Wide)Instantiate(Props.Create(() => new Wide(0, Shared + "!", new object())))).Text);
    }

    [Fact]
    public void Evaluates_the_arguments_of_an_expression_once()
    {
        var calls = 0;
        Func<int> next = () => ++calls;

        var props = Props.Create(() => new Wide(Invoke(next), "x", null));

        Assert.Equal([1, 1, 1], [Number(props), Number(props), calls]);
    }

    [Fact]
    public void Takes_the_constructor_that_the_expression_names()
    {
        Assert.Equal("object", ((Overloaded)Instantiate(Props.Create(() => new Overloaded((object)"x")))).Taken);
        Assert.Equal("string", ((Overloaded)Instantiate(Props.Create(() => new Overloaded("x")))).Taken);
    }

    [Fact]
    public void Chooses_among_overloads_as_the_general_binder_does()
    {
        Assert.Equal("string", ((Overloaded)Instantiate(Props.Create<Overloaded>("x"))).Taken);
        Assert.Equal("object", ((Overloaded)Instantiate(Props.Create<Overloaded>(1.5))).Taken);
    }

    [Fact]
    public void Widens_numbers()
    {
        Assert.Equal(7L, ((TakesLong)Instantiate(Props.Create<TakesLong>(7))).Number);
    }

    [Fact]
    public void Runs_a_cast_factory_for_each_instance()
    {
        var calls = 0;
        Func<int> next = () => ++calls;

        var props = Props.Create(() => (ActorBase)new Wide(Invoke(next), "x", null));

        Assert.Equal([1, 2], [Number(props), Number(props)]);
        Assert.Equal(typeof(ActorBase), props.Type);
    }

    [Fact]
    public void Knows_the_type_that_an_expression_creates()
    {
        var props = Props.Create<ActorBase>(() => new Wide(1, "x", null));

        Assert.Equal(typeof(Wide), props.Type);
        Assert.Equal(1, Number(props));
    }

    [Fact]
    public void Refuses_a_factory_that_does_not_create()
    {
        var error = Assert.Throws<ArgumentException>(() => Props.Create(() => Make()));

        Assert.Equal("The create function must be a 'new T (args)' expression", error.Message);
    }

    [Fact]
    public void Says_which_actor_and_arguments_do_not_fit()
    {
        var error = Assert.Throws<TypeLoadException>(() => Instantiate(Props.Create<Wide>("one", 2)));

        Assert.Equal(
            $"Error while creating actor instance of type {typeof(Wide)} with 2 args: (one,2)", error.Message);
        Assert.IsType<MissingMethodException>(error.InnerException);
    }

    [Fact]
    public void Wraps_what_a_constructor_throws()
    {
        var error = Assert.Throws<TypeLoadException>(() => Instantiate(Props.Create<Throwing>()));

        var invocation = Assert.IsType<TargetInvocationException>(error.InnerException);
        Assert.Equal("ouch", Assert.IsType<FormatException>(invocation.InnerException).Message);
    }

    [Fact]
    public void Refuses_an_abstract_actor()
    {
        Assert.IsType<MissingMethodException>(
            Assert.Throws<TypeLoadException>(() => Instantiate(Props.Create<UntypedActor>())).InnerException);
    }

    [Fact]
    public void Refuses_a_type_that_is_no_actor()
    {
        var error = Assert.Throws<ArgumentException>(() => Props.Create(typeof(string)));

        Assert.StartsWith("Unknown actor producer [System.String]", error.Message);
    }

    [Fact]
    public void Refuses_null_for_a_type()
    {
        Type missing = null!;

        Assert.Throws<ArgumentNullException>("type", () => Props.Create(missing));
        Assert.Throws<ArgumentNullException>("type", () => new Props(missing));
        Assert.Throws<ArgumentNullException>("type", () => new Props(missing, []));
        Assert.Throws<ArgumentNullException>("type", () => new Props(Deploy.Local, missing, Array.Empty<object>()));
    }

    [Fact]
    public void Lets_a_producer_create_and_tells_it_of_the_end()
    {
        var log = new List<string>();
        var props = Props.CreateBy<Producer>(log);

        var actor = Instantiate(props);
        props.Release(actor);

        Assert.IsType<Plain>(actor);
        Assert.Equal(typeof(Plain), props.Type);
        Assert.Equal(["produced", "released"], log);
        Assert.IsType<Plain>(Instantiate(Props.CreateBy(new Producer(log))));
    }

    [Fact]
    public void Has_no_strategy_unless_it_is_given_one()
    {
        var strategy = new OneForOneStrategy(_ => Directive.Stop);

        Assert.Null(Props.Create<Plain>().SupervisorStrategy);
        Assert.Same(strategy, Props.Create(() => new Plain(), strategy).SupervisorStrategy);
        Assert.Same(strategy, Props.Create<Plain>(strategy).SupervisorStrategy);
        Assert.Same(strategy, Props.Create<Plain>().WithSupervisorStrategy(strategy).SupervisorStrategy);
    }

    [Fact]
    public void Says_nothing_about_deployment_unless_told()
    {
        var props = Props.Create<Plain>();

        Assert.Equal("akka.actor.default-dispatcher", props.Dispatcher);
        Assert.Equal("", props.Mailbox);
        Assert.Same(NoRouter.Instance, props.RouterConfig);
        Assert.Same(props.Deploy, Props.Create<Wide>(1, "", null).Deploy);
    }

    [Fact]
    public void Keeps_the_original_when_it_is_changed()
    {
        var original = Props.Create<Plain>();

        var changed = original.WithDispatcher("d").WithMailbox("m").WithStashCapacity(5);

        Assert.Equal(("d", "m", 5), (changed.Dispatcher, changed.Mailbox, changed.Deploy.StashCapacity));
        Assert.Equal("akka.actor.default-dispatcher", original.Dispatcher);
        Assert.IsType<Plain>(Instantiate(changed));
    }

    [Fact]
    public void Fills_a_deployment_up_with_what_it_had()
    {
        var props = Props.Create<Plain>().WithDispatcher("d").WithDeploy(new Deploy("p", Scope.Local));

        Assert.Equal(("p", "d"), (props.Deploy.Path, props.Deploy.Dispatcher));
        Assert.Equal(Scope.Local, props.Deploy.Scope);
    }

    [Fact]
    public void Is_equal_when_type_number_of_arguments_and_deployment_are()
    {
        Assert.Equal(Props.Create<Wide>(1, "x", null), Props.Create(() => new Wide(1, "x", null)));
        Assert.Equal(Props.Create<Wide>(1, "x", null), Props.Create<Wide>(2, "x", null));
        Assert.NotEqual(Props.Create<Wide>(1, "x", null), Props.Create<Wide>(1, "x"));
        Assert.NotEqual(Props.Create<Plain>(), Props.Create<Plain>().WithDispatcher("d"));
        Assert.NotEqual(Props.Create<Plain>(), Props.Create<Throwing>());
    }

    [Fact]
    public void Creates_nothing_when_terminated()
    {
        Assert.Throws<InvalidOperationException>(() => new TerminatedProps().NewActor());
    }

    private int Number(Props props) => ((Wide)Instantiate(props)).Number;

    /// <summary>Creates an instance as a cell would, without an actor around it.</summary>
    private ActorBase Instantiate(Props props)
    {
        ActorBase? created = null;
        var guardian = (LocalActorRef)((ActorSystemImpl)Sys).Guardian;
        guardian.Cell.UseThreadContext(() => created = props.NewActor());
        return created!;
    }

    private static int Twice(int number) => 2 * number;

    private static int Invoke(Func<int> function) => function();

    private static Plain Make() => throw new NotSupportedException();

    private class Plain : UntypedActor
    {
        protected override void OnReceive(object message)
        {
        }
    }

    private sealed class Throwing : Plain
    {
        public Throwing() => throw new FormatException("ouch");
    }

    private sealed class TakesLong(long number) : Plain
    {
        public long Number { get; } = number;
    }

    private sealed class Overloaded : Plain
    {
        public Overloaded(object _) => Taken = "object";

        public Overloaded(string _) => Taken = "string";

        public string Taken { get; }
    }

    private sealed class Wide(int number, string text, object? inner) : Plain
    {
        public int Number { get; } = number;

        public string Text { get; } = text;

        public object? Inner { get; } = inner;
    }

    private sealed class Producer(List<string> log) : IIndirectActorProducer
    {
        public Type ActorType => typeof(Plain);

        public ActorBase Produce()
        {
            log.Add("produced");
            return new Plain();
        }

        public void Release(ActorBase actor) => log.Add("released");
    }
}
