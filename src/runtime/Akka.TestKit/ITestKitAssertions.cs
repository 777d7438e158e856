namespace Akka.TestKit;

/// <summary>What the kit asks of the test framework that it runs under.</summary>
public interface ITestKitAssertions
{
    void AssertEqual<T>(T expected, T actual, string? format = "", params object?[] args);

    void AssertEqual<T>(T expected, T actual, Func<T, T, bool> comparer, string? format = "", params object?[] args);

    void AssertFalse(bool condition, string? format = "", params object?[] args);

    void AssertTrue(bool condition, string? format = "", params object?[] args);

    void Fail(string? format = "", params object?[] args);
}
