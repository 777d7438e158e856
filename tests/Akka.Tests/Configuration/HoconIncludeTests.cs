using Akka.Configuration;
using Akka.Configuration.Hocon;

namespace Akka.Tests.Configuration;

public sealed class HoconIncludeTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("hocon").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void Asks_the_callback_for_an_include()
    {
        var config = ConfigurationFactory.ParseString(
            "a { b { include \"foo\" } }\nc { include file(\"bar\") }",
            name => Parser.Parse($"x = 123\ny = ${{x}}\nname = {name}", null));

        Assert.Equal(123, config.GetInt("a.b.x"));
        Assert.Equal(123, config.GetInt("a.b.y"));
        Assert.Equal("foo", config.GetString("a.b.name"));
        Assert.Equal("bar", config.GetString("c.name"));
    }

    [Fact]
    public void Refers_to_what_the_callback_included()
    {
        var config = ConfigurationFactory.ParseString(
            "include \"foo\"\na = ${o.x}\nb = ${o} { z = 3 }\no.y = 2", _ => Parser.Parse("o { x = 1 }", null));

        Assert.Equal("1 1 2 3",
            $"{config.GetInt("a")} {config.GetInt("b.x")} {config.GetInt("b.y")} {config.GetInt("b.z")}");
    }

    [Fact]
    public void Ignores_what_the_callback_does_not_know_unless_it_is_required()
    {
        Assert.Equal(1, ConfigurationFactory.ParseString("include \"foo\"\na = 1", _ => null!).GetInt("a"));

        var error = Assert.Throws<ConfigurationException>(
            () => ConfigurationFactory.ParseString("\n include required(\"foo\")", _ => null!));
        Assert.Equal("line 2, column 2: the include \"foo\" is required, and not to be had", error.Message);
    }

    [Fact]
    public void Reads_files_relative_to_the_including_file()
    {
        Write("main.conf", "include \"sub/one\"\ninclude file(\"sub/two.conf\")\nmain = 1");
        Write("sub/one", "one = 1\nboth = one\ninclude required(file(\"three.conf\"))");
        Write("sub/two.conf", "two = 2\nboth = two");
        Write("sub/three.conf", "three = 3\nmain = 7");

        var config = Load("main.conf");

        Assert.Equal("1 2 3", $"{config.GetInt("one")} {config.GetInt("two")} {config.GetInt("three")}");
        Assert.Equal("two", config.GetString("both"));
        Assert.Equal(1, config.GetInt("main"));
    }

    [Fact]
    public void Looks_substitutions_of_a_file_up_where_it_was_included_and_then_at_the_root()
    {
        Write("part.conf", "x = inside\ny = ${x}\nz = ${root-key}\nself = ${self}b");
        Write("main.conf", "x = outside\nroot-key = root\na.b { self = a }\na { b { include \"part.conf\" } }");

        var config = Load("main.conf");

        Assert.Equal("inside", config.GetString("a.b.y"));
        Assert.Equal("root", config.GetString("a.b.z"));
        Assert.Equal("ab", config.GetString("a.b.self"));
    }

    [Fact]
    public void Ignores_a_missing_file_unless_it_is_required()
    {
        Write("main.conf", "include \"none.conf\"\ninclude file(\"none/none.conf\")\na = 1");
        Write("strict.conf", "a = 1\ninclude required(\"none.conf\")");

        Assert.Equal(1, Load("main.conf").GetInt("a"));

        var error = Assert.Throws<ConfigurationException>(() => Load("strict.conf"));
        Assert.StartsWith($"{Path.Combine(_directory, "strict.conf")}, line 2, column 1: ", error.Message);
        Assert.Contains("no such file", error.Message);
    }

    [Fact]
    public void Names_the_file_in_an_error()
    {
        Write("main.conf", "include \"broken.conf\"");
        Write("broken.conf", "a = 1\nb = [");

        var error = Assert.Throws<ConfigurationException>(() => Load("main.conf"));

        Assert.StartsWith($"{Path.Combine(_directory, "broken.conf")}, line 2, column 6: ", error.Message);
    }

    [Fact]
    public void Refuses_files_that_include_each_other()
    {
        Write("one.conf", "include \"two.conf\"");
        Write("two.conf", "a = 1\ninclude file(\"./sub/../one.conf\")");

        var error = Assert.Throws<ConfigurationException>(() => Load("one.conf"));

        Assert.StartsWith($"{Path.Combine(_directory, "two.conf")}, line 2, column 1: ", error.Message);
        Assert.Contains("includes itself", error.Message);
    }

    [Fact]
    public void Includes_the_same_file_twice_in_different_places()
    {
        Write("part.conf", "x = 1");
        Write("main.conf", "a { include \"part.conf\" }, b { include \"part.conf\" }");

        var config = Load("main.conf");

        Assert.Equal(2, config.GetInt("a.x") + config.GetInt("b.x"));
    }

    [Theory]
    [InlineData("include url(\"http://x\")", "expected a file name in quotes, file(…) or required(…), found 'u'")]
    [InlineData("include file(x)", "expected a file name in quotes, found 'x'")]
    [InlineData("include file(\"x\"", "expected ')', found the end of the text")]
    [InlineData("include required(file(\"x\")", "expected ')'")]
    [InlineData("include \"x", "to close the text that begins here")]
    [InlineData("include \"x\" y = 1", "expected ',' or a new line, found 'y'")]
    [InlineData("include \"\\u0000\"", "the include")]
    [InlineData("include \".\"", "the include")]
    public void Refuses_a_malformed_include(string text, string problem)
    {
        var error = Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseString(text));

        Assert.Contains(problem, error.Message);
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_directory, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private Config Load(string name)
        => ConfigurationFactory.ParseString($"include required(file(\"\"\"{Path.Combine(_directory, name)}\"\"\"))");
}
