using Akka.Configuration;

namespace Akka.Tests.Configuration;

public class HoconSyntaxTests
{
    [Theory]
    [InlineData("a = 1")]
    [InlineData("a : 1")]
    [InlineData("a=1")]
    [InlineData("{a=1}")]
    [InlineData("  {\n a = 1 \n}  \n")]
    [InlineData("\uFEFFa = 1")]
    [InlineData("\"a\" = 1")]
    [InlineData("\"\"\"a\"\"\" = 1")]
    [InlineData("a\n= 1")]
    [InlineData("a =\n1")]
    [InlineData("a = 1,")]
    [InlineData("a = 1,\n\n")]
    [InlineData("a = 1\r\n")]
    [InlineData("a = 1 # comment")]
    [InlineData("a = 1 // comment")]
    [InlineData("# comment\n// another\na = 1")]
    [InlineData("a = # why\n 1")]
    [InlineData("a = 2\na = 1")]
    public void Reads_a_field(string text)
        => Assert.Equal("1", ConfigurationFactory.ParseString(text).GetString("a"));

    [Theory]
    [InlineData("a { b = 1 }")]
    [InlineData("a : { b : 1 }")]
    [InlineData("a = { b = 1 }")]
    [InlineData("a\n{\n b = 1\n}")]
    [InlineData("a.b = 1")]
    [InlineData("a . b = 1")]
    [InlineData("\"a\".b = 1")]
    [InlineData("a { b = 2 }\na { b = 1 }")]
    [InlineData("a = 7\na.b = 1")]
    [InlineData("a { b = 2 }, a.b = 1")]
    [InlineData("a { b = 2 } a { b = 1 }")]
    [InlineData("c { d {} \"e\" {} } a { x {} b = 1 }")]
    public void Reads_an_object(string text)
        => Assert.Equal("1", ConfigurationFactory.ParseString(text).GetString("a.b"));

    [Fact]
    public void Reads_json()
    {
        const string Json = """
            { "s" : "text", "n" : -1.5e3, "t" : true, "z" : null, "o" : { "k" : [] }, "a" : [1, "two", { "x" : 3 }] }
            """;

        var config = ConfigurationFactory.ParseString(Json);

        Assert.Equal("text", config.GetString("s"));
        Assert.Equal(-1500, config.GetDouble("n"));
        Assert.True(config.GetBoolean("t"));
        Assert.Null(config.GetString("z", "default"));
        Assert.True(config.HasPath("z"));
        Assert.Empty(config.GetStringList("o.k"));
        Assert.Equal("3", config.GetValue("a").GetArray()[2].GetChildObject("x").GetString());
    }

    [Theory]
    [InlineData("3.14 : 42", "3.14")]
    [InlineData("a b c : 42", "a b c")]
    [InlineData("true : 42", "true")]
    [InlineData("/user/x : 42", "/user/x")]
    [InlineData("\"a.b\".c : 42", "\"a.b\".c")]
    [InlineData("\"/user/*\" : 42", "/user/*")]
    [InlineData("\"say \\\"hi\\\"\" : 42", "\"say \\\"hi\\\"\"")]
    [InlineData("include = 42", "include")]
    [InlineData("include.x = 42", "include.x")]
    [InlineData("included = 42", "included")]
    [InlineData("\"include\" = 42", "include")]
    [InlineData("schlüssel-名 = 42", "schlüssel-名")]
    public void Reads_a_key(string text, string path)
        => Assert.Equal(42, ConfigurationFactory.ParseString(text).GetInt(path));

    [Theory]
    [InlineData("foo", "foo")]
    [InlineData("foo bar", "foo bar")]
    [InlineData("  foo \t bar  ", "foo \t bar")]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("a/b", "a/b")]
    [InlineData("My.Outer+Inner", "My.Outer+Inner")]
    [InlineData("foo null", "foo null")]
    [InlineData("1 2 3", "1 2 3")]
    [InlineData("\"\"", "")]
    [InlineData("\" padded \"", " padded ")]
    [InlineData("\"a\" \"b\"", "a b")]
    [InlineData("x\"y\"z", "xyz")]
    [InlineData("\"null\"", "null")]
    [InlineData("\"# no comment\"", "# no comment")]
    [InlineData(@"""\"" \\ \/ \b\f\n\r\t \u00e9""", "\" \\ / \b\f\n\r\t é")]
    [InlineData("\"\"\"raw \\n\nsecond \"line\" \"\"\"", "raw \\n\nsecond \"line\" ")]
    [InlineData("\"\"\"quoted\"\"\"\"", "quoted\"")]
    [InlineData("\"\"\"\"\"\"", "")]
    public void Reads_a_text(string value, string expected)
        => Assert.Equal(expected, ConfigurationFactory.ParseString($"a = {value}").GetString("a"));

    [Theory]
    [InlineData("[]", new int[0])]
    [InlineData("[1,2,3]", new[] { 1, 2, 3 })]
    [InlineData("[1,2,3,]", new[] { 1, 2, 3 })]
    [InlineData("\n[\n1\n2 # two\n\n3\n]", new[] { 1, 2, 3 })]
    [InlineData("[1,2] [3,4]", new[] { 1, 2, 3, 4 })]
    [InlineData("[1,2][3]", new[] { 1, 2, 3 })]
    public void Reads_an_array(string value, int[] expected)
        => Assert.Equal(expected, ConfigurationFactory.ParseString($"a = {value}").GetIntList("a"));

    [Fact]
    public void Keeps_words_on_one_line_of_an_array_together()
        => Assert.Equal(["1 2", "3"], ConfigurationFactory.ParseString("a = [1 2\n3]").GetStringList("a"));

    [Fact]
    public void Joins_arrays_inside_an_array()
    {
        var item = Assert.Single(ConfigurationFactory.ParseString("a = [[1,2] [3,4]]").GetValue("a").GetArray());
        Assert.Equal([1, 2, 3, 4], item.GetIntList());
    }

    [Fact]
    public void Merges_objects_that_stand_in_one_value()
    {
        var config = ConfigurationFactory.ParseString("a { x = 1, y = 1 } { y = 2, z = 3 }");

        Assert.Equal([1, 2, 3], new[] { config.GetInt("a.x"), config.GetInt("a.y"), config.GetInt("a.z") });
    }

    [Theory]
    [InlineData("a = [1]\na += 2\na += 3", new[] { 1, 2, 3 })]
    [InlineData("a += 1\na += 2", new[] { 1, 2 })]
    [InlineData("b = [1], a = ${b}, a += 2", new[] { 1, 2 })]
    [InlineData("a = [9]\na = [1]\na += 2", new[] { 1, 2 })]
    [InlineData("a += 9\na = [1]", new[] { 1 })]
    [InlineData("a += ${?NO_SUCH_VARIABLE}", new int[0])]
    public void Appends_to_an_array(string text, int[] expected)
        => Assert.Equal(expected, ConfigurationFactory.ParseString(text).GetIntList("a"));

    [Fact]
    public void Keeps_nothing_of_an_object_that_a_later_value_replaced()
    {
        var config = ConfigurationFactory.ParseString("a.b = 1\na = null\na.c = 3");

        Assert.Null(config.GetString("a.b"));
        Assert.Equal(3, config.GetInt("a.c"));
    }

    [Fact]
    public void Keeps_keys_in_the_order_of_the_text()
    {
        var config = ConfigurationFactory.ParseString("z = 1, a = 2, m { x = 1 }, a = 3, \"k.l\" = 4");

        Assert.Equal(["z", "a", "m", "k.l"], config.AsEnumerable().Select(i => i.Key));
    }

    [Fact]
    public void Reads_an_empty_text_as_an_empty_configuration()
    {
        Assert.True(ConfigurationFactory.ParseString("").IsEmpty);
        Assert.True(ConfigurationFactory.ParseString(" # nothing\n {} ").IsEmpty);
    }

    [Fact]
    public void Accepts_a_thousand_keys_below_one_dotted_path()
    {
        var text = string.Join('\n', Enumerable.Range(0, 1000).Select(i => $"a.b.k{i} = {i}"));

        Assert.Equal(999, ConfigurationFactory.ParseString(text).GetInt("a.b.k999"));
    }
}
