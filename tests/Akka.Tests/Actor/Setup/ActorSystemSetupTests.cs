using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Util;

namespace Akka.Tests.Actor.Setup;

public class ActorSystemSetupTests
{
    [Fact]
    public void Holds_one_setup_of_each_type_and_the_last_wins()
    {
        var setup = new First("1").And(new Second("2")).And(new First("3"));

        Assert.Equal("3", setup.Get<First>().Value!.Name);
        Assert.Equal("2", setup.Get<Second>().Value!.Name);
    }

    [Fact]
    public void Has_none_of_a_type_that_was_not_given()
    {
        Assert.Equal(Option<First>.None, ActorSystemSetup.Empty.Get<First>());
        Assert.False(ActorSystemSetup.Create(new Second("2")).Get<First>().HasValue);
    }

    [Fact]
    public void Leaves_the_original_alone()
    {
        var original = ActorSystemSetup.Create(new First("1"));

        Assert.Equal("2", original.WithSetup(new First("2")).Get<First>().Value!.Name);
        Assert.Equal("1", original.Get<First>().Value!.Name);
    }

    [Fact]
    public void Boots_with_nothing_given()
    {
        Assert.False(BootstrapSetup.Create().Config.HasValue);
        Assert.False(BootstrapSetup.Create().ActorRefProvider.HasValue);
    }

    [Fact]
    public void Boots_with_what_it_is_given()
    {
        var setup = BootstrapSetup.Create()
            .WithConfigFallback(ConfigurationFactory.ParseString("a = 1"))
            .WithConfigFallback(ConfigurationFactory.ParseString("a = 2, b = 3"))
            .WithActorRefProvider(ProviderSelection.Local.Instance);

        Assert.Equal(1, setup.Config.Value!.GetInt("a"));
        Assert.Equal(3, setup.Config.Value.GetInt("b"));
        Assert.Same(ProviderSelection.Local.Instance, setup.ActorRefProvider.Value);
        Assert.Equal(4, setup.WithConfig(ConfigurationFactory.ParseString("a = 4")).Config.Value!.GetInt("a"));
    }

    [Theory]
    [InlineData("local")]
    [InlineData("Akka.Actor.LocalActorRefProvider")]
    [InlineData("Akka.Actor.LocalActorRefProvider, Akka")]
    public void Knows_the_local_provider_by_each_of_its_names(string name)
    {
        Assert.Same(ProviderSelection.Local.Instance, ProviderSelection.GetProvider(name));
    }

    [Fact]
    public void Takes_the_provider_of_the_setup_rather_than_that_of_the_configuration()
    {
        var setup = BootstrapSetup.Create()
            .WithConfig(ConfigurationFactory.ParseString("akka.actor.provider = remote"))
            .WithActorRefProvider(ProviderSelection.Local.Instance);

        var settings = new Settings(null!, setup.Config.Value!, ActorSystemSetup.Create(setup));

        Assert.Same(ProviderSelection.Local.Instance, settings.ProviderSelectionType);
        Assert.Equal("Akka.Actor.LocalActorRefProvider, Akka", settings.ProviderClass);
        Assert.False(settings.HasCluster);
    }

    [Theory]
    [InlineData("remote", "'akka.actor.provider' is not a valid type name : 'Akka.Remote.RemoteActorRefProvider, ")]
    [InlineData("\"No.Such, Thing\"", "'akka.actor.provider' is not a valid type name : 'No.Such, Thing'")]
    [InlineData("\"System.String\"", "'akka.actor.provider' is not a valid actor ref provider: 'System.String'")]
    public void Refuses_a_provider_that_is_not_there(string provider, string text)
    {
        var config = ConfigurationFactory.ParseString($"akka.actor.provider = {provider}");

        var error = Assert.Throws<ConfigurationException>(() => ActorSystem.Create("test", config));

        Assert.StartsWith(text, error.Message);
    }

    [Fact]
    public void Refuses_a_scheduler_that_is_not_there() => Assert.Throws<TypeLoadException>(() => ActorSystem.Create(
        "test", ConfigurationFactory.ParseString("akka.scheduler.implementation = \"No.Such\"")));

    private sealed class First(string name) : Akka.Actor.Setup.Setup
    {
        public string Name { get; } = name;
    }

    private sealed class Second(string name) : Akka.Actor.Setup.Setup
    {
        public string Name { get; } = name;
    }
}
