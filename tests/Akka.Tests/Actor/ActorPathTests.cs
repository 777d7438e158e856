using Akka.Actor;

namespace Akka.Tests.Actor;

public class ActorPathTests
{
    private static readonly Address Local = new("akka", "sys");
    private static readonly Address Remote = new("akka.tcp", "sys", "host", 2552);
    private static readonly ActorPath Root = new RootActorPath(Local);

    [Fact]
    public void Prints_address_and_names()
    {
        Assert.Equal("akka://sys/", Root.ToString());
        Assert.Equal("akka://sys/user", (Root / "user").ToString());
        Assert.Equal("akka://sys/user/foo/bar", (Root / "user" / "foo" / "bar").ToString());
    }

    [Fact]
    public void Prints_names_alone()
    {
        Assert.Equal("/", Root.ToStringWithoutAddress());
        Assert.Equal("/user/foo", (Root / "user" / "foo").ToStringWithoutAddress());
    }

    [Fact]
    public void Prints_another_address_only_when_its_own_names_no_host()
    {
        var other = new Address("akka.tcp", "sys", "other", 1);

        Assert.Equal("akka.tcp://sys@other:1/", Root.ToStringWithAddress(other));
        Assert.Equal("akka.tcp://sys@other:1/user", (Root / "user").ToStringWithAddress(other));
        Assert.Equal(
            "akka.tcp://sys@host:2552/user", (new RootActorPath(Remote) / "user").ToStringWithAddress(other));
        Assert.Equal(
            "akka://all-systems/ignore", (new RootActorPath(Address.AllSystems) / "ignore").ToStringWithAddress(other));
    }

    [Fact]
    public void Prints_the_uid_where_it_is_asked_for()
    {
        var path = new ChildActorPath(Root / "user", "foo", 42);

        Assert.Equal("akka://sys/user/foo", path.ToString());
        Assert.Equal("akka://sys/user/foo#42", path.ToStringWithUid());
        Assert.Equal("akka://sys/user/foo#42", path.ToSerializationFormat());
        Assert.Equal("akka.tcp://sys@host:2552/user/foo#42", path.ToSerializationFormatWithAddress(Remote));
        Assert.Equal("akka://sys/user", (Root / "user").ToSerializationFormat());
    }

    [Theory]
    [InlineData("akka://sys/")]
    [InlineData("akka://sys/user/foo")]
    [InlineData("akka://sys/user/foo#42")]
    [InlineData("akka.tcp://sys@host:1234/some/ref")]
    [InlineData("akka.tcp://sys@[::1]:1234/some/ref#7")]
    public void Parses_what_it_prints(string text)
    {
        Assert.Equal(text, ActorPath.Parse(text).ToSerializationFormat());
    }

    [Fact]
    public void Lowers_protocol_and_host_and_keeps_the_rest_when_it_parses()
    {
        Assert.Equal(
            "akka://sYstEm@host:4711/pAth1/pAth2", ActorPath.Parse("aKKa://sYstEm@hOst:4711/pAth1/pAth2").ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("user/foo")]
    [InlineData("://hallo")]
    [InlineData("s://dd@:12")]
    [InlineData("a://l:1/b")]
    [InlineData("akka://sys@host:hd/b")]
    [InlineData("akka://sys/user/foo#uid")]
    public void Does_not_parse_what_is_no_path(string text)
    {
        Assert.False(ActorPath.TryParse(text, out var path));
        Assert.Null(path);
        Assert.Throws<UriFormatException>(() => ActorPath.Parse(text));
    }

    [Fact]
    public void Parses_names_below_another_path()
    {
        Assert.True(ActorPath.TryParse(Root / "user", "/a//b#3", out var path));

        Assert.Equal("akka://sys/user/a/b#3", path.ToSerializationFormat());
    }

    [Fact]
    public void Parts_the_address_from_the_names()
    {
        Assert.True(ActorPath.TryParseParts("akka://sys@host:1/user/a", out var address, out var rest));
        Assert.Equal("akka://sys@host:1", address.ToString());
        Assert.Equal("/user/a", rest.ToString());

        Assert.True(ActorPath.TryParseAddress("akka://sys@host:1/user/a", out var parsed));
        Assert.Equal(new Address("akka", "sys", "host", 1), parsed);
    }

    [Fact]
    public void Knows_its_place_in_the_tree()
    {
        var path = Root / "user" / "foo" / "bar";

        Assert.Equal("bar", path.Name);
        Assert.Equal(["user", "foo", "bar"], path.Elements);
        Assert.Equal(Root / "user" / "foo", path.Parent);
        Assert.Same(Root, path.Root);
        Assert.Same(Local, path.Address);
        Assert.Equal(3, path.Depth);
        Assert.Equal(0, Root.Depth);
        Assert.Null(Root.Parent);
        Assert.Empty(Root.Elements);
    }

    [Theory]
    [InlineData(0, "/")]
    [InlineData(1, "/user")]
    [InlineData(2, "/user/foo")]
    [InlineData(3, "/user/foo/bar")]
    [InlineData(9, "/user/foo/bar")]
    [InlineData(-1, "/user/foo")]
    [InlineData(-2, "/user")]
    [InlineData(-3, "/")]
    [InlineData(-9, "/")]
    public void Finds_an_ancestor_by_depth_from_the_root_or_from_itself(int depth, string ancestor)
    {
        var path = Root / "user" / "foo" / "bar";

        Assert.Equal(ancestor, path.ParentOf(depth).ToStringWithoutAddress());
    }

    [Fact]
    public void Appends_one_name_or_several()
    {
        Assert.Equal(Root / "user" / "a" / "b", Root / "user" / new[] { "a", "", "b" });
        Assert.Equal(Root / "user", Root.Child("user"));
        Assert.Equal(5, (Root / "user#5").Uid);
        Assert.Equal("user", (Root / "user#5").Name);
    }

    [Fact]
    public void Is_equal_when_address_and_names_are_whatever_the_uid()
    {
        var first = new ChildActorPath(Root / "user", "foo", 1);
        var second = new ChildActorPath(new RootActorPath(new Address("akka", "sys")) / "user", "foo", 2);

        Assert.Equal<ActorPath>(first, second);
        Assert.True((ActorPath)first == second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
    }

    [Fact]
    public void Differs_when_address_name_or_depth_do()
    {
        var path = Root / "user" / "foo";

        Assert.NotEqual(path, new RootActorPath(Remote) / "user" / "foo");
        Assert.NotEqual(path, Root / "user" / "bar");
        Assert.NotEqual(path, Root / "system" / "foo");
        Assert.NotEqual(path, Root / "foo");
        Assert.NotEqual(path, path / "foo");
        Assert.True(path != null!);
    }

    [Fact]
    public void Changes_its_uid_and_nothing_else()
    {
        var path = Root / "user";

        Assert.Same(path, path.WithUid(0));
        Assert.Equal(7, path.WithUid(7).Uid);
        Assert.Equal(path, path.WithUid(7));
        Assert.Throws<NotSupportedException>(() => Root.WithUid(7));
    }

    [Fact]
    public void Orders_by_name_from_the_leaf_up()
    {
        Assert.True((Root / "a").CompareTo(Root / "b") < 0);
        Assert.True((Root / "b" / "a").CompareTo(Root / "a" / "b") < 0);
        Assert.Equal(0, (Root / "a").CompareTo(Root / "a"));
        Assert.True(Root.CompareTo(Root / "a") > 0);
        Assert.True((Root / "a").CompareTo(Root) < 0);
    }

    [Theory]
    [InlineData("$NamesMayNotStartWithDollar", false)]
    [InlineData("NamesMayContain$Dollar", true)]
    [InlineData("-$NamesMayContain", true)]
    [InlineData("(42)", true)]
    [InlineData("%32", true)]
    [InlineData("%3", false)]
    [InlineData("%3g", false)]
    [InlineData("akka.tcp%3a%2f%2fRemoteSystem%40localhost%3a22760-1", true)]
    [InlineData("SomeCharacters;::@&=+,.!~*'_", true)]
    [InlineData("/NamesMayNotStartWithSlash", false)]
    [InlineData("NamesMayNotContain/Slash", false)]
    [InlineData("Names may not contain blanks", false)]
    [InlineData("%Ⅷ⅓", false)]
    [InlineData("Ä", false)]
    [InlineData("", false)]
    public void Accepts_as_a_name_what_a_path_can_hold(string name, bool valid)
    {
        Assert.Equal(valid, ActorPath.IsValidPathElement(name));
    }

    [Theory]
    [InlineData("foo", "foo")]
    [InlineData("foo/bar/baz#1234", "foo", "bar", "baz#1234")]
    [InlineData("/user/foo", "user", "foo")]
    [InlineData("../foo", "..", "foo")]
    [InlineData("akka%3A%2F%2Fsys", "akka%3A%2F%2Fsys")]
    public void Splits_a_relative_path(string text, params string[] names)
    {
        Assert.Equal(names, RelativeActorPath.Unapply(text));
    }

    [Theory]
    [InlineData("akka://sys@127.0.0.1:2552")]
    [InlineData("akka://sys@127.0.0.1:2552/user/foo#1234")]
    public void Does_not_split_an_absolute_path(string text)
    {
        Assert.Null(RelativeActorPath.Unapply(text));
    }
}
