using Xunit.Sdk;

namespace Akka.TestKit.Tests;

/// <summary>Runs what must fail, and returns the text of the failure.</summary>
internal static class Failing
{
    public static string TextOf(Action expectation) => Assert.ThrowsAny<XunitException>(expectation).Message;

    public static async Task<string> TextOf(Func<Task> expectation)
        => (await Assert.ThrowsAnyAsync<XunitException>(expectation)).Message;
}
