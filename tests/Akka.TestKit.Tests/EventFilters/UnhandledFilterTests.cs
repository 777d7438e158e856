using Akka.TestKit.TestActors;

namespace Akka.TestKit.Tests.EventFilters;

public class UnhandledFilterTests : EventFilterTestBase
{
    [Fact]
    public void Take_unhandled_messages_as_warnings()
    {
        var actor = ActorOf<UnhandledMessageActor>("deaf");

        EventFilter.Warning($"Unhandled message from {TestActor}: hello", source: "/user/deaf")
            .ExpectOne(() => actor.Tell("hello", TestActor));
    }
}
