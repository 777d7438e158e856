using Akka.Actor;
using Akka.Configuration;
using Akka.Routing;

namespace Akka.Tests.Actor;

public class DeployerTests
{
    private readonly Deployer _deployer = DeployerOf(
        """
        /plain {}
        /dispatched { dispatcher = my-dispatcher }
        /boxed { mailbox = my-mailbox }
        /stashing { stash-capacity = 7 }
        /direct { router = from-code, nr-of-instances = 2 }
        /robin { router = round-robin-pool, nr-of-instances = 3 }
        /parent/child { dispatcher = exact }
        "/parent/*" { dispatcher = single }
        "/*/child" { dispatcher = any-parent }
        "/deep/**" { dispatcher = deep }
        "/deep/*/leaf" { dispatcher = leaf }
        """);

    [Theory]
    [InlineData("/user/plain", "/plain")]
    [InlineData("/user/robin", "/robin")]
    [InlineData("/user/undefined", null)]
    [InlineData("/user", null)]
    [InlineData("/system/plain", null)]
    [InlineData("/user/parent/$a", null)]
    public void Finds_what_stands_below_user_under_a_name(string path, string? found)
    {
        Assert.Equal(found, Lookup(path)?.Path);
    }

    [Theory]
    [InlineData("/user/parent/child", "exact")]
    [InlineData("/user/parent/other", "single")]
    [InlineData("/user/other/child", "any-parent")]
    [InlineData("/user/other/other", null)]
    [InlineData("/user/deep", null)]
    [InlineData("/user/deep/a", "deep")]
    [InlineData("/user/deep/a/b/c", "deep")]
    [InlineData("/user/deep/a/leaf", "leaf")]
    public void Prefers_a_name_to_a_star_and_a_star_to_two(string path, string? dispatcher)
    {
        Assert.Equal(dispatcher, Lookup(path)?.Dispatcher);
    }

    [Fact]
    public void Leaves_open_what_the_configuration_does_not_say()
    {
        var deploy = Lookup("/user/plain")!;

        Assert.Equal("", deploy.Dispatcher);
        Assert.Equal("", deploy.Mailbox);
        Assert.Equal(Deploy.NoStashSize, deploy.StashCapacity);
        Assert.Null(deploy.Scope);
        Assert.IsType<NoRouter>(deploy.RouterConfig);
    }

    [Fact]
    public void Reads_dispatcher_mailbox_stash_and_router()
    {
        Assert.Equal("my-dispatcher", Lookup("/user/dispatched")!.Dispatcher);
        Assert.Equal("my-mailbox", Lookup("/user/boxed")!.Mailbox);
        Assert.Equal(7, Lookup("/user/stashing")!.StashCapacity);
        Assert.IsType<NoRouter>(Lookup("/user/direct")!.RouterConfig);
        Assert.Equal(3, Assert.IsType<RoundRobinPool>(Lookup("/user/robin")!.RouterConfig).NrOfInstances);
    }

    [Fact]
    public void Looks_up_names_without_the_guardian()
    {
        Assert.Equal("/plain", _deployer.Lookup(["plain"])?.Path);
        Assert.Null(_deployer.Lookup(["user", "plain"]));
    }

    [Fact]
    public void Takes_deployments_from_code()
    {
        _deployer.SetDeploy(new Deploy("/late", new LocalScopeProbe()));

        Assert.Equal("/late", Lookup("/user/late")?.Path);
    }

    [Theory]
    [InlineData("/a//b", "Actor name in deployment [/a//b] must not be empty")]
    [InlineData("/a/$b", "Illegal actor name [$b] in deployment [/a/$b]. Actor paths MUST: not start with `$`")]
    public void Refuses_a_path_that_no_actor_can_have(string path, string text)
    {
        var error = Assert.Throws<IllegalActorNameException>(() => _deployer.SetDeploy(new Deploy(path, Scope.Local)));

        Assert.StartsWith(text, error.Message);
    }

    [Fact]
    public void Names_a_router_type_that_is_not_mapped()
    {
        var error = Assert.Throws<ConfigurationException>(() => DeployerOf("/a { router = roulette }"));

        Assert.Contains("roulette", error.Message);
    }

    private static Deployer DeployerOf(string deployment) => new(new Settings(
        null!,
        ConfigurationFactory.ParseString($"akka.actor.deployment {{ {deployment} }}")
            .WithFallback(ConfigurationFactory.Default())));

    private Deploy? Lookup(string path) => _deployer.Lookup(ActorPath.Parse("akka://sys" + path));

    private sealed class LocalScopeProbe : Scope
    {
        public override Scope Copy() => this;

        public override Scope WithFallback(Scope other) => this;
    }
}
