using System.Runtime.Serialization;
using Xunit.Sdk;

namespace Akka.TestKit.Xunit2.Internals;

/// <summary>Two values are not equal, and a text says what they are.</summary>
public class AkkaEqualException : XunitException
{
    private readonly string _message;

    public AkkaEqualException(string? format = "", params object?[] args)
        : base("")
        => _message = AssertionText.Format(format, args);

    protected AkkaEqualException(SerializationInfo info, StreamingContext context)
        : base("")
        => _message = "";

    public override string Message => _message;

    public static AkkaEqualException ForMismatchedValues(
        object? expected, object? actual, string? format = null, params object?[] args)
    {
        var what = string.IsNullOrEmpty(format) ? "Values differ" : AssertionText.Format(format, args);
        return new AkkaEqualException(
            "{0}",
            $"Assert.Equal() Failure: {what}{Environment.NewLine}" +
            $"Expected: {Show(expected)}{Environment.NewLine}" +
            $"Actual:   {Show(actual)}");
    }

    private static string Show(object? value)
    {
        // Further lines stand below the first.
        var indent = Environment.NewLine + new string(' ', "Expected: ".Length);
        return (value as string ?? ArgumentFormatter.Format(value)).Replace(Environment.NewLine, indent);
    }
}
