using Akka.Configuration;

namespace Akka.Tests.Configuration;

public class HoconSubstitutionTests
{
    private const string Variable = "AKKA_TESTS_HOCON_VARIABLE";

    [Theory]
    [InlineData("a = 1, x = ${a}", "1")]
    [InlineData("x = ${a}, a = 1", "1")]
    [InlineData("x = ${a}, a = 1, a = 2", "2")]
    [InlineData("a { b = 1 }, x = ${a.b}", "1")]
    [InlineData("\"a.b\" = 1, x = ${\"a.b\"}", "1")]
    [InlineData("x = my name is ${a}\"!\", a = Roger", "my name is Roger!")]
    [InlineData("a = 1, x = ${a}23", "123")]
    [InlineData("a = 1, x = ${a} ${a}", "1 1")]
    [InlineData("a = 1, b = ${a}, x = ${b}", "1")]
    [InlineData("x = ${?a}y", "y")]
    [InlineData("x = ${?a} y", "y")]
    [InlineData("x = y ${?a}", "y")]
    [InlineData("a = \" pad \", x = ${a}", " pad ")]
    [InlineData("x = a, x = ${x}b", "ab")]
    [InlineData("x = a, x = ${x}b, x = ${x}c", "abc")]
    [InlineData("x = a, x = ${?x}b", "ab")]
    [InlineData("x = ${?x}b", "b")]
    [InlineData("a = 1, a = 2, x = ${a}", "2")]
    [InlineData("x = 1, y = ${x}, x = 2, x = ${x}${y}", "22")]
    public void Stands_for_what_is_at_its_path(string text, string expected)
        => Assert.Equal(expected, ConfigurationFactory.ParseString(text).GetString("x"));

    [Fact]
    public void Reads_no_key_at_all_when_what_it_refers_to_is_missing_and_optional()
    {
        var config = ConfigurationFactory.ParseString("a = ${?no.such}, b = ${?no} ${?such}, c = [1, ${?no}, 2]");

        Assert.False(config.HasPath("a"));
        Assert.False(config.HasPath("b"));
        Assert.Equal([1, 2], config.GetIntList("c"));
    }

    [Fact]
    public void Keeps_the_earlier_value_when_an_optional_substitution_finds_nothing()
        => Assert.Equal(1, ConfigurationFactory.ParseString("a = 1, a = ${?NO_SUCH_VARIABLE}").GetInt("a"));

    [Fact]
    public void Stands_for_an_object()
    {
        var config = ConfigurationFactory.ParseString("a { b { foo = hello, bar = 123 }, c { e = ${a.b} } }");

        Assert.Equal("hello", config.GetConfig("a.c.e").GetString("foo"));
        Assert.Equal(123, config.GetConfig("a.c.e").GetInt("bar"));
    }

    [Fact]
    public void Merges_an_object_with_what_follows_it()
    {
        var config = ConfigurationFactory.ParseString(
            "a { x = 1, y = 2 }\nd = ${a} { e = 3, y = 4 }\nf = { y = 5 } ${a}");

        Assert.Equal("1 4 3", $"{config.GetInt("d.x")} {config.GetInt("d.y")} {config.GetInt("d.e")}");
        Assert.Equal("1 2", $"{config.GetInt("f.x")} {config.GetInt("f.y")}");
        Assert.Equal(2, config.GetInt("a.y"));
    }

    [Fact]
    public void Merges_an_object_with_later_assignments()
    {
        var config = ConfigurationFactory.ParseString("a { x = 1 }, d = ${a}, d.y = 2, d { z = 3 }");

        Assert.Equal("1 2 3", $"{config.GetInt("d.x")} {config.GetInt("d.y")} {config.GetInt("d.z")}");
        Assert.False(config.HasPath("a.y"));
    }

    [Theory]
    [InlineData("a = [1, 2], x = ${a} [3]", new[] { 1, 2, 3 })]
    [InlineData("a = [1, 2], x = [0] ${a}", new[] { 0, 1, 2 })]
    [InlineData("x = [1], x = ${x} [2], x = ${x}[3]", new[] { 1, 2, 3 })]
    [InlineData("a = [1], x = ${a} ${?b} ${a}", new[] { 1, 1 })]
    public void Joins_an_array_with_what_surrounds_it(string text, int[] expected)
        => Assert.Equal(expected, ConfigurationFactory.ParseString(text).GetIntList("x"));

    [Fact]
    public void Sees_its_siblings_when_it_stands_inside_the_object_that_it_names()
    {
        var config = ConfigurationFactory.ParseString("a { b = 1, c = ${a.b}, d { e = ${a.c} } }");

        Assert.Equal(1, config.GetInt("a.d.e"));
    }

    [Fact]
    public void Sees_a_sibling_through_another_substitution()
    {
        var config = ConfigurationFactory.ParseString("b = ${a}\na { x = 1, y = ${b.x} }\nc = ${b} { z = ${c.y} }");

        Assert.Equal("1 1", $"{config.GetInt("b.y")} {config.GetInt("c.z")}");
    }

    [Fact]
    public void Gets_the_value_before_its_own_assignment_when_both_are_below_the_same_key()
    {
        var config = ConfigurationFactory.ParseString("a { b = 1 }\na { b = ${a.b}2 }\na.b = ${a.b}3");

        Assert.Equal(123, config.GetInt("a.b"));
    }

    [Fact]
    public void Gets_the_object_before_its_own_assignment()
    {
        var config = ConfigurationFactory.ParseString("a = { x = 1 }\na = { y = ${a} }");

        Assert.Equal("1 1", $"{config.GetInt("a.x")} {config.GetInt("a.y.x")}");
        Assert.False(config.HasPath("a.y.y"));
    }

    [Fact]
    public void Takes_an_environment_variable_when_no_key_has_the_name()
    {
        Environment.SetEnvironmentVariable(Variable, "from outside");

        var config = ConfigurationFactory.ParseString($"a = ${{{Variable}}}\nb = ${{?{Variable}}}/x\n{Variable}2 = 1");

        Assert.Equal("from outside", config.GetString("a"));
        Assert.Equal("from outside/x", config.GetString("b"));
    }

    [Fact]
    public void Prefers_a_key_to_an_environment_variable()
    {
        Environment.SetEnvironmentVariable(Variable, "from outside");

        var config = ConfigurationFactory.ParseString($"{Variable} = inside\na = ${{{Variable}}}");

        Assert.Equal("inside", config.GetString("a"));
    }

    [Fact]
    public void Extends_an_environment_variable_by_its_own_name()
    {
        Environment.SetEnvironmentVariable(Variable, "/bin");

        var config = ConfigurationFactory.ParseString($"{Variable} = ${{{Variable}}}\":/sbin\"");

        Assert.Equal("/bin:/sbin", config.GetString(Variable));
    }

    [Fact]
    public void Resolves_many_references_to_many_references_at_once()
    {
        // Forty doublings: whoever worked each reference out anew would never come back.
        var lines = Enumerable.Range(1, 40).Select(i => $"a{i} = [${{a{i - 1}}}, ${{a{i - 1}}}]");

        var config = ConfigurationFactory.ParseString("a0 = x\n" + string.Join('\n', lines));

        Assert.Equal(2, config.GetValue("a40").GetArray().Count);
    }

    [Fact]
    public void Lists_every_substitution_with_its_path_and_value()
    {
        var substitutions = ConfigurationFactory.ParseString("a = 1, b = ${a}, c = ${?a}2").Substitutions.ToList();

        Assert.Equal(["a", "a"], substitutions.Select(s => s.Path));
        Assert.All(substitutions, s => Assert.Equal("1", s.ResolvedValue.GetString()));
    }
}
