using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Akka.Hosting.Tests;

public class AkkaConfigurationBuilderTests
{
    private readonly AkkaConfigurationBuilder _builder = new(new ServiceCollection(), "builder");

    private Config Configuration => _builder.Configuration.Value!;

    [Fact]
    public void Adds_configuration_below_above_or_in_place_of_what_was_there()
    {
        Assert.False(_builder.Configuration.HasValue);

        _builder.AddHocon("a = 1", HoconAddMode.Append);
        _builder.AddHocon("a = 2, b = 2", HoconAddMode.Append);
        Assert.Equal("1 2", $"{Configuration.GetInt("a")} {Configuration.GetInt("b")}");

        _builder.AddHocon("a = 3", HoconAddMode.Prepend);
        Assert.Equal("3 2", $"{Configuration.GetInt("a")} {Configuration.GetInt("b")}");

        _builder.AddHocon("c = 4", HoconAddMode.Replace);
        Assert.Equal("c", Assert.Single(Configuration.AsEnumerable()).Key);
    }

    [Fact]
    public void Adds_a_file_with_what_it_includes()
    {
        var directory = Directory.CreateTempSubdirectory("hocon").FullName;
        try
        {
            File.WriteAllText(Path.Combine(directory, "main.conf"), "a = 1\ninclude \"more.conf\"");
            File.WriteAllText(Path.Combine(directory, "more.conf"), "b = 2");

            _builder.AddHoconFile(Path.Combine(directory, "main.conf"), HoconAddMode.Append);

            Assert.Equal("1 2", $"{Configuration.GetInt("a")} {Configuration.GetInt("b")}");
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public void Names_a_file_that_is_missing()
    {
        var error = Assert.Throws<FileNotFoundException>(() => _builder.AddHoconFile("none.conf", HoconAddMode.Append));

        Assert.EndsWith("none.conf", error.FileName);
    }

    [Theory]
    [InlineData(1500, "1500")]
    [InlineData(0, "infinite")]
    [InlineData(-1, "infinite")]
    public void Sets_the_time_that_an_ask_waits(int milliseconds, string expected)
    {
        _builder.WithActorAskTimeout(TimeSpan.FromMilliseconds(milliseconds));

        Assert.Equal(expected, Configuration.GetString("akka.actor.ask-timeout"));
    }

    [Fact]
    public void Takes_a_bootstrap_setup_apart()
    {
        _builder.AddHocon("a = 1, b = 1", HoconAddMode.Append);

        _builder.AddSetup(BootstrapSetup.Create()
            .WithConfig("a = 2").WithActorRefProvider(ProviderSelection.Local.Instance));

        Assert.Equal("2 1", $"{Configuration.GetInt("a")} {Configuration.GetInt("b")}");
        Assert.Same(ProviderSelection.Local.Instance, _builder.ActorRefProvider.Value);
        Assert.Empty(_builder.Setups);
    }

    [Fact]
    public async Task Gives_a_setup_to_the_system()
    {
        using var host = await HostedSystem.StartAsync((builder, _) => builder
            .AddSetup(new NamedSetup("given"))
            .WithActorRefProvider(ProviderSelection.Local.Instance));

        var setup = host.Services.GetRequiredService<ActorSystem>().Settings.Setup.Get<NamedSetup>();

        Assert.Equal("given", setup.Value!.Name);
        await host.StopAsync();
    }

    [Fact]
    public async Task Loads_extensions_beside_those_of_the_configuration()
    {
        using var host = await HostedSystem.StartAsync((builder, _) => builder
            .AddHocon($"akka.extensions = [\"{typeof(FirstExtensionId).AssemblyQualifiedName}\"]", HoconAddMode.Append)
            .WithExtensions(typeof(SecondExtensionId))
            .WithExtension<SecondExtensionId>());
        var system = host.Services.GetRequiredService<ActorSystem>();

        Assert.True(system.HasExtension<FirstExtension>());
        Assert.True(system.HasExtension<SecondExtension>());
        await host.StopAsync();
    }

    [Theory]
    [InlineData(typeof(string), "must extend IExtensionId")]
    [InlineData(typeof(AbstractExtensionId), "must not be abstract")]
    [InlineData(typeof(DemandingExtensionId), "must have a parameterless constructor")]
    public void Refuses_what_is_no_extension(Type type, string problem)
    {
        var error = Assert.Throws<ConfigurationException>(() => _builder.WithExtensions(type));

        Assert.Contains(problem, error.Message);
    }

    [Fact]
    public void Moves_a_configuration_below_a_path()
    {
        var moved = ((Config)"a: 1, b: { c: 2 }").MoveTo("x.\"y.z\"");

        Assert.Equal("1 2", $"{moved.GetInt("x.\"y.z\".a")} {moved.GetInt("x.\"y.z\".b.c")}");
    }

    private sealed class NamedSetup(string name) : Setup
    {
        public string Name => name;
    }

    public class FirstExtension : IExtension;

    public class SecondExtension : IExtension;

    public class FirstExtensionId : ExtensionIdProvider<FirstExtension>
    {
        public override FirstExtension CreateExtension(ExtendedActorSystem system) => new();
    }

    public class SecondExtensionId : ExtensionIdProvider<SecondExtension>
    {
        public override SecondExtension CreateExtension(ExtendedActorSystem system) => new();
    }

    public abstract class AbstractExtensionId : FirstExtensionId;

    public class DemandingExtensionId(string name) : FirstExtensionId
    {
        public string Name => name;
    }
}
