using Akka.Configuration;

namespace Akka.Tests.Configuration;

public class HoconErrorTests
{
    [Theory]
    [InlineData("a {\n  b = 1\n", 3, 1, "expected '}' for the '{' at line 1, column 3, found the end of the text")]
    [InlineData("{ a = 1", 1, 8, "expected '}' for the '{' at line 1, column 1")]
    [InlineData("a = 1 }", 1, 7, "no '{' is open, found '}'")]
    [InlineData("a { b = 1 } }", 1, 13, "found '}'")]
    [InlineData("{ a = 1 } b = 2", 1, 11, "expected the end of the text, found 'b'")]
    [InlineData("a = [1, 2", 1, 10, "expected ']' for the '[' at line 1, column 5, found the end of the text")]
    [InlineData("a = [1 = 2]", 1, 8, "expected ',', a new line or ']', found '='")]
    [InlineData("a = [1,", 1, 8, "expected ']' for the '[' at line 1, column 5, found the end of the text")]
    [InlineData("a = 1 ]", 1, 7, "found ']'")]
    [InlineData("a = [1 }", 1, 8, "found '}'")]
    [InlineData("a = { b = 1 ]", 1, 13, "expected ',', a new line or '}', found ']'")]
    [InlineData("a = \"open\nb = 1", 1, 5, "to close the text that begins here, found the end of the line")]
    [InlineData("a = \"open", 1, 5, "found the end of the text")]
    [InlineData("a = \"\"\"open\"\"", 1, 5, "three quotes to close the text")]
    [InlineData("\"a = 1", 1, 1, "to close the text that begins here")]
    [InlineData("a =", 1, 4, "expected a value for a, found the end of the text")]
    [InlineData("x { a.b = }", 1, 11, "expected a value for x.a.b, found '}'")]
    [InlineData("a +=", 1, 5, "expected a value for a")]
    [InlineData("a = =", 1, 5, "found '='")]
    [InlineData("a =\nb = 1", 2, 3, "found '='")]
    [InlineData("a\nb = 1", 1, 2, "expected '=', ':', '+=' or '{' after the key a, found the end of the line")]
    [InlineData("a", 1, 2, "after the key a, found the end of the text")]
    [InlineData("a b", 1, 4, "after the key \"a b\"")]
    [InlineData("= 1", 1, 1, "expected a key, found '='")]
    [InlineData("a..b = 1", 1, 3, "expected a key after 'a.', found '.'")]
    [InlineData(".a = 1", 1, 1, "expected a key, found '.'")]
    [InlineData("a. = 1", 1, 4, "expected a key after 'a.', found '='")]
    [InlineData("a = 1 = 2", 1, 7, "found '='")]
    [InlineData("a = http://x", 1, 9, "found ':'")]
    [InlineData("a = {} 1", 1, 8, "must be of one kind: expected an object, found a text")]
    [InlineData("a = 1 [2]", 1, 7, "expected a text, found an array")]
    [InlineData("a = [1] {}", 1, 9, "expected an array, found an object")]
    [InlineData("b = [1]\na = x${b}", 2, 6, "expected a text, found an array")]
    [InlineData("a = 1\na += 2", 2, 6, "expected an array to append to")]
    [InlineData("a {}\na += 2", 2, 6, "expected an array to append to")]
    [InlineData("[1, 2]", 1, 1, "expected an object, found '['")]
    [InlineData("a = ${b", 1, 8, "expected '}' for the '${' at line 1, column 5, found the end of the text")]
    [InlineData("a = ${}", 1, 7, "expected the path of a substitution, found '}'")]
    [InlineData("a = ${?}", 1, 8, "expected the path of a substitution")]
    [InlineData("a = ${a}", 1, 5, "${a} refers to itself")]
    [InlineData("a = ${b}\nb = ${c}\nc = ${a}", 3, 5, "${a} refers to itself")]
    [InlineData("a = { b = ${a} }", 1, 11, "refers to itself")]
    [InlineData("a = ${a.x}", 1, 5, "refers to itself")]
    [InlineData("a = [${a}]", 1, 6, "refers to itself")]
    public void Names_the_place_and_what_was_expected_when(string text, int line, int column, string problem)
    {
        var error = Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseString(text));

        Assert.StartsWith($"line {line}, column {column}: ", error.Message);
        Assert.Contains(problem, error.Message);
    }

    [Theory]
    [InlineData("a = \"\\x\"", 1, 6, "Unknown escape code: x: ")]
    [InlineData("a = \"\\u12g4\"", 1, 6, "expected four hexadecimal digits")]
    [InlineData("a = , b = 1", 1, 5, "expected a value for a, found ','")]
    [InlineData(", a = 1", 1, 1, "expected a key, found ','")]
    [InlineData("a = 1,, b = 2", 1, 7, "expected a key, found ','")]
    [InlineData("a = [1,,2]", 1, 8, "expected a value or ']', found ','")]
    [InlineData("a = [,1]", 1, 6, "found ','")]
    [InlineData("a = $b", 1, 5, "expected a value for a, found '$'")]
    [InlineData("a = 1\nb = ${no.such.key}", 2, 5, "Unresolved substitution: no.such.key")]
    [InlineData("a @ 1", 1, 3, "after the key a, found '@'")]
    [InlineData("a = 1 & 2", 1, 7, "found '&'")]
    public void Calls_it_a_matter_of_format_when_nothing_begins_so(string text, int line, int column, string problem)
    {
        var error = Assert.Throws<FormatException>(() => ConfigurationFactory.ParseString(text));

        Assert.StartsWith($"line {line}, column {column}: ", error.Message);
        Assert.Contains(problem, error.Message);
    }

    [Theory]
    [InlineData("a=[", "]")]
    [InlineData("a={", "}")]
    [InlineData("a{", "}")]
    [InlineData("a=[{b=", "}]")]
    public void Refuses_a_document_that_nests_too_deep(string open, string close)
    {
        var opening = string.Concat(Enumerable.Repeat(open.Replace("a=[", "["), 100_000));
        var text = open.StartsWith("a=[") ? "a=" + opening : opening;

        var error = Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseString(text + close));

        Assert.Contains("deeper than 256 levels", error.Message);
    }

    [Fact]
    public void Refuses_a_path_of_too_many_keys()
    {
        var text = string.Join('.', Enumerable.Repeat("a", 100_000)) + " = 1";

        Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseString(text));
    }

    [Fact]
    public void Refuses_a_chain_of_substitutions_that_is_too_long()
    {
        var text = "a0 = x\n" + string.Join('\n', Enumerable.Range(1, 100_000).Select(i => $"a{i} = ${{a{i - 1}}}"));
        var backwards = string.Join('\n', text.Split('\n').Reverse());

        var error = Assert.Throws<ConfigurationException>(() => ConfigurationFactory.ParseString(backwards));

        Assert.Contains("deeper than 256 levels", error.Message);
    }

    [Fact]
    public void Refuses_no_text_at_all()
        => Assert.Throws<ArgumentNullException>(() => ConfigurationFactory.ParseString(null!));
}
