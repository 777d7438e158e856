using System.Collections;
using Akka.Util;
using Akka.Util.Internal;

namespace Akka.Tests.Util;

public class ExtensionsTests
{
    [Theory]
    [InlineData("akka", "akka")]
    [InlineData("akka.dot.net.rules", "akka|dot|net|rules")]
    [InlineData("a.\"/a/dotted.path/*\".dispatcher", "a|/a/dotted.path/*|dispatcher")]
    [InlineData("a..b", "a||b")]
    [InlineData("\".akka.\".\"actor.\".deployment.\".\"", ".akka.|actor.|deployment|.")]
    public void Paths_are_split_at_dots_outside_of_quotes(string path, string parts) =>
        Assert.Equal(parts.Split('|'), path.SplitDottedPathHonouringQuotes());

    [Fact]
    public void Types_know_what_they_are()
    {
        Assert.True(typeof(object[]).Implements<IEnumerable>());
        Assert.False(typeof(List<string>).Implements(typeof(IEnumerable<int>)));
    }

    [Theory]
    [InlineData(typeof(string))]
    [InlineData(typeof(Switch))]
    [InlineData(typeof(Dictionary<string, List<Switch>>))]
    public void Type_names_hold_no_versions_and_lead_back(Type type)
    {
        var name = type.TypeQualifiedName();

        Assert.DoesNotContain("Version", name);
        Assert.Same(type, Type.GetType(name));
    }
}
