using Akka.TestKit.Xunit2;

namespace Akka.TestKit.Tests;

public class AssertionsTests
{
    private readonly XunitAssertions _assertions = new();

    public static TheoryData<string, Action<XunitAssertions, string, object?[]>> Failures => new()
    {
        { "Fail", (assertions, format, args) => assertions.Fail(format, args) },
        { "AssertTrue", (assertions, format, args) => assertions.AssertTrue(false, format, args) },
        { "AssertFalse", (assertions, format, args) => assertions.AssertFalse(true, format, args) },
        { "AssertEqual", (assertions, format, args) => assertions.AssertEqual(4, 2, format, args) },
        {
            "AssertEqual by comparer",
            (assertions, format, args) => assertions.AssertEqual(4, 2, (_, _) => false, format, args)
        },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void Take_the_text_as_it_is_when_there_are_no_arguments(
        string name, Action<XunitAssertions, string, object?[]> fail)
    {
        const string text = "{Value} with different format placeholders {0}";

        Assert.Contains(text, Failing.TextOf(() => fail(_assertions, text, [])), StringComparison.Ordinal);
        Assert.NotNull(name);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void Format_the_text_when_there_are_arguments(string name, Action<XunitAssertions, string, object?[]> fail)
    {
        Assert.Contains("Meaning: 42", Failing.TextOf(() => fail(_assertions, "Meaning: {0}", [42])));
        Assert.NotNull(name);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void Say_so_when_the_text_does_not_format(string name, Action<XunitAssertions, string, object?[]> fail)
    {
        Assert.Contains("Could not string.Format", Failing.TextOf(() => fail(_assertions, "Meaning: {0} {1}", [42])));
        Assert.NotNull(name);
    }

    [Fact]
    public void Compare_by_what_the_values_say()
    {
        _assertions.AssertEqual(1, 1);
        _assertions.AssertEqual<object?>(null, null);
        _assertions.AssertEqual<IEnumerable<int>>([1, 2], new List<int> { 1, 2 });
        Failing.TextOf(() => _assertions.AssertEqual(new object(), new object()));
        Failing.TextOf(() => _assertions.AssertEqual<object?>(null, 1));
        Failing.TextOf(() => _assertions.AssertEqual<IEnumerable<int>>([1, 2], new List<int> { 1 }));
    }

    [Fact]
    public void Show_both_values_when_they_differ()
        => Assert.Equal(
            string.Join(Environment.NewLine, "Assert.Equal() Failure: Values differ", "Expected: 4", "Actual:   2"),
            Failing.TextOf(() => _assertions.AssertEqual(4, 2)));
}
