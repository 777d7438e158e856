using Akka.Actor;
using Akka.Configuration;

namespace Akka.Tests.Actor;

public class ExtensionTests : KitTest
{
    private const string Quiet = "akka { stdout-loglevel = OFF, loggers = [] }\n";

    [Fact]
    public void Is_made_when_it_is_first_asked_for()
    {
        var id = new CountingId();
        Assert.False(Sys.HasExtension<Counting>());

        var extension = id.Apply(Sys);

        Assert.Same(Sys, extension.System);
        Assert.True(Sys.HasExtension<Counting>());
        Assert.True(Sys.HasExtension(typeof(Counting)));
    }

    [Fact]
    public void Is_made_once()
    {
        var extension = new CountingId().Apply(Sys);

        Assert.Same(extension, new CountingId().Apply(Sys));
        Assert.Same(extension, new CountingId().Get(Sys));
        Assert.Same(extension, Sys.RegisterExtension(new CountingId()));
        Assert.Same(extension, Sys.GetExtension(new CountingId()));
        Assert.Same(extension, Sys.GetExtension<Counting>());
        Assert.Same(extension, Sys.WithExtension<Counting>());
        Assert.Same(extension, Sys.WithExtension<Counting, CountingId>());
        Assert.Same(extension, Sys.WithExtension<Counting>(typeof(CountingId)));
    }

    [Fact]
    public void Is_made_once_though_many_ask_at_once()
    {
        var made = new Counting[64];

        Parallel.For(0, made.Length, i => made[i] = Sys.WithExtension<Counting, CountingId>());

        Assert.Single(made.Distinct());
    }

    [Fact]
    public void Is_not_there_before_it_is_registered()
    {
        Assert.Null(Sys.GetExtension<Counting>());
        Assert.Null(Sys.GetExtension(new CountingId()));
        Assert.Null(Sys.WithExtension<Counting>());
        Assert.False(Sys.TryGetExtension<Counting>(out _));
        Assert.False(Sys.TryGetExtension(typeof(Counting), out _));
        Assert.False(Sys.HasExtension(typeof(string)));
    }

    [Fact]
    public void Is_found_when_it_is_registered()
    {
        var extension = new CountingId().Apply(Sys);

        Assert.True(Sys.TryGetExtension<Counting>(out var found));
        Assert.True(Sys.TryGetExtension(typeof(Counting), out var same));
        Assert.Same(extension, found);
        Assert.Same(extension, same);
    }

    [Fact]
    public async Task Belongs_to_one_system()
    {
        var another = New("");

        Assert.NotSame(new CountingId().Apply(Sys), new CountingId().Apply(another));
        await another.Terminate().WaitAsync(Patience);
    }

    [Fact]
    public async Task Is_made_at_the_start_when_configuration_names_its_id()
    {
        var system = New($"akka.extensions = [\"{typeof(CountingId).AssemblyQualifiedName}\"]");

        Assert.True(system.HasExtension<Counting>());
        await system.Terminate().WaitAsync(Patience);
    }

    [Fact]
    public async Task Is_skipped_when_configuration_names_no_id()
    {
        var system = New($"akka.extensions = [\"no.such.thing\", \"{typeof(Counting).AssemblyQualifiedName}\", "
            + $"\"{typeof(CountingId).AssemblyQualifiedName}\"]");

        Assert.True(system.HasExtension<Counting>());
        await system.Terminate().WaitAsync(Patience);
    }

    [Fact]
    public void Fails_each_time_in_the_same_way_when_it_cannot_be_made()
    {
        var first = Assert.Throws<InvalidOperationException>(() => new FailingId().Apply(Sys));
        var second = Assert.Throws<InvalidOperationException>(() => Sys.WithExtension<Failing, FailingId>());

        Assert.Equal(("first try", "first try"), (first.Message, second.Message));
    }

    [Fact]
    public void Is_not_null() =>
        Assert.StartsWith(
            "Extension instance created as 'null' for extension [",
            Assert.Throws<InvalidOperationException>(() => new NullId().Apply(Sys)).Message);

    [Fact]
    public void Is_told_from_others_by_its_type()
    {
        Assert.Equal(new CountingId(), new CountingId());
        Assert.Equal(new CountingId().GetHashCode(), new CountingId().GetHashCode());
        Assert.NotEqual((object)new CountingId(), new FailingId());
        Assert.Equal(typeof(Counting), new CountingId().ExtensionType);
    }

    private static ActorSystem New(string config) =>
        ActorSystem.Create("extended", ConfigurationFactory.ParseString(Quiet + config));

    private sealed record Counting(ExtendedActorSystem System) : IExtension;

    private sealed class CountingId : ExtensionIdProvider<Counting>
    {
        public override Counting CreateExtension(ExtendedActorSystem system) => new(system);
    }

    private sealed class Failing : IExtension;

    private sealed class FailingId : ExtensionIdProvider<Failing>
    {
        private int _tries;

        public override Failing CreateExtension(ExtendedActorSystem system) =>
            throw new InvalidOperationException(++_tries == 1 ? "first try" : "another try");
    }

    private sealed class NullId : ExtensionIdProvider<Counting>
    {
        public override Counting CreateExtension(ExtendedActorSystem system) => null!;
    }
}
