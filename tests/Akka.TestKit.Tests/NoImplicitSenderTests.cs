using Akka.Actor;

namespace Akka.TestKit.Tests;

public class NoImplicitSenderTests : Xunit2.TestKit, INoImplicitSender
{
    [Fact]
    public void Messages_have_no_sender()
    {
        TestActor.Tell("hello");

        ExpectMsg<string>((_, sender) => sender.Equals(ActorRefs.NoSender) || sender.Equals(Sys.DeadLetters));
    }

    [Fact]
    public async Task Messages_have_no_sender_after_an_await()
    {
        await Task.Yield();
        TestActor.Tell("hello");

        await ExpectMsgAsync<string>((_, sender) => !sender.Equals(TestActor));
    }
}
