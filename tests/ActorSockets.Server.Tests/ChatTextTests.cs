using ActorSockets.Server.Examples.Chat;

namespace ActorSockets.Server.Tests;

public sealed class ChatTextTests
{
    [Theory]
    [InlineData("bob", true)]
    [InlineData("Zoë-2_x", true)]
    [InlineData("abcdefghijklmnopqrst", true)]
    [InlineData("abcdefghijklmnopqrstu", false)]
    [InlineData("", false)]
    [InlineData("a b", false)]
    [InlineData("*", false)]
    [InlineData("/who", false)]
    public void A_name_is_letters_digits_hyphens_and_underscores(string name, bool expected) =>
        Assert.Equal(expected, ChatText.IsName(name));

    [Theory]
    [InlineData("/msg bob  hello there ", new[] { "/msg", "bob", "hello there" })]
    [InlineData("/who", new[] { "/who" })]
    public void The_third_word_is_the_rest(string text, string[] expected) =>
        Assert.Equal(expected, ChatText.Words(text));

    [Fact]
    public void Control_characters_are_left_out() => Assert.Equal("a\tb", ChatText.Printable("\u001ba\t\u0007b\r"));
}
