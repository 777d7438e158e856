using Akka.Actor;

namespace Akka.TestKit;

/// <summary>Keeps the assertions of the test framework with the system.</summary>
public class TestKitAssertionsProvider : IExtension
{
    public TestKitAssertionsProvider(ITestKitAssertions assertions) => Assertions = assertions;

    public ITestKitAssertions Assertions { get; }
}
