namespace Akka.Tests.Api;

public class ApiComparisonTests
{
    private static readonly ApiListing Listing = ApiListing.Parse("""
        ## Some.Space
        class Base<T> : IShared
          virtual void Run(T work)
        class Derived : Base<int>, IDisposable
          new(string name)
          int Count { get; set; }
          virtual void Dispose()
          sealed class Derived.Nested
            new()
            enum Nested.Colour
              Red, Green
        interface IShared
          void Share()
          void Other()

        """);

    [Theory]
    [InlineData("Akka", "Akka.Actor.IActorRef", "interface")]
    [InlineData("Akka", "Akka.IO.Tcp.Register", "class")]
    [InlineData("Akka.TestKit", "Akka.TestKit.TestScheduler", "class")]
    public void Reads_the_listings(string assembly, string type, string kind)
        => Assert.Equal(kind, ApiListing.Of(assembly).Find(type)?.Kind);

    [Fact]
    public void Reads_nested_types()
    {
        Assert.Equal(["new()"], Listing.Find("Some.Space.Derived.Nested")?.Members);
        Assert.Equal(["Red", "Green"], Listing.Find("Some.Space.Derived.Nested.Colour")?.Members);
        Assert.Equal(["void Share()", "void Other()"], Listing.Find("Some.Space.IShared")?.Members);
    }

    [Fact]
    public void Allows_a_type_to_show_less()
    {
        AssertAllowed("Derived", "class", ["Base<int>", "IShared"], ["new(string name)", "int Count { get; }"]);
        AssertAllowed("Derived", "sealed class", [], ["void Dispose()", "virtual override void Run(int work)"]);
    }

    [Theory]
    [InlineData("Derived", "abstract class", "", "", "is a class")]
    [InlineData("Derived", "class", "ICloneable", "", "is no ICloneable")]
    [InlineData("Derived", "class", "", "new(string label)", "has no new(string label)")]
    [InlineData("Derived", "class", "", "void Dispose()", "has no void Dispose()")]
    [InlineData("Derived", "class", "", "void Share()", "has no void Share()")]
    [InlineData("Derived.Nested", "class", "", "", "is a sealed class")]
    [InlineData("Derived.Other", "class", "", "", "no such type")]
    public void Names_what_a_type_shows_beyond_the_listing(
        string name, string kind, string @base, string member, string problem)
    {
        var type = Type(name, kind, Optional(@base), Optional(member));

        Assert.Equal([$"{type}: {problem}"], ApiComparison.Surplus([type], Listing));
    }

    [Fact]
    public void Names_what_an_interface_lacks()
    {
        var type = Type("IShared", "interface", [], ["void Share()"]);

        Assert.Equal([$"{type}: lacks void Other()"], ApiComparison.Missing([type], Listing));
    }

    private static void AssertAllowed(string name, string kind, string[] bases, string[] members)
        => Assert.Empty(ApiComparison.Surplus([Type(name, kind, bases, members)], Listing));

    private static ApiType Type(string name, string kind, string[] bases, string[] members)
        => new("Some.Space", name, kind, bases, members);

    private static string[] Optional(string text) => text.Length == 0 ? [] : [text];
}
