using System.Reflection;

namespace Akka.Tests.Api;

public class PublicApiTests
{
    /// <summary>
    /// What only Akka.NET itself implements: users are handed such objects. Ours leave out what speaks of remoting,
    /// serialisation and persistence.
    /// </summary>
    private static readonly string[] NotForUsers =
    [
        "Akka.Actor.ActorSystem", "Akka.Actor.ExtendedActorSystem", "Akka.Actor.IActorRefProvider", "Akka.Actor.ICell",
    ];

    public static TheoryData<string> Assemblies => [.. ApiListing.Assemblies];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Shows_nothing_that_is_not_in_akka_net(string assembly)
    {
        var surplus = ApiComparison.Surplus(Ours(assembly), ApiListing.Of(assembly)).ToList();

        Assert.True(surplus.Count == 0, $"Not in Akka.NET's {assembly}:\n{string.Join('\n', surplus)}");
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Has_every_member_that_a_user_may_have_to_implement(string assembly)
    {
        var ours = Ours(assembly).Where(type => !NotForUsers.Contains(type.FullName));

        var missing = ApiComparison.Missing(ours, ApiListing.Of(assembly)).ToList();

        Assert.True(missing.Count == 0, $"In Akka.NET's {assembly}, and not in ours:\n{string.Join('\n', missing)}");
    }

    private static List<ApiType> Ours(string assembly) => [.. ApiPrinter.Print(Assembly.Load(assembly))];
}
