using Akka.TestKit.Xunit2.Internals;
using Xunit;

namespace Akka.TestKit.Xunit2;

/// <summary>The assertions of the TestKit as xUnit's.</summary>
public class XunitAssertions : ITestKitAssertions
{
    public XunitAssertions()
    {
    }

    public void AssertEqual<T>(T expected, T actual, string? format = "", params object?[] args)
    {
        if (!new AkkaAssertEqualityComparer<T>().Equals(expected, actual))
            throw AkkaEqualException.ForMismatchedValues(expected, actual, format, args);
    }

    public void AssertEqual<T>(
        T expected, T actual, Func<T, T, bool> comparer, string? format = "", params object?[] args)
    {
        if (!comparer(expected, actual))
            throw AkkaEqualException.ForMismatchedValues(expected, actual, format, args);
    }

    public void AssertFalse(bool condition, string? format = "", params object?[] args)
        => Assert.False(condition, condition ? AssertionText.Format(format, args) : null);

    public void AssertTrue(bool condition, string? format = "", params object?[] args)
        => Assert.True(condition, condition ? null : AssertionText.Format(format, args));

    public void Fail(string? format = "", params object?[] args) => Assert.Fail(AssertionText.Format(format, args));
}
