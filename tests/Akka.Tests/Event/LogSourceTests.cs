using Akka.Actor;
using Akka.Event;

namespace Akka.Tests.Event;

public class LogSourceTests : TestKit.Xunit2.TestKit
{
    [Fact]
    public void Of_a_text_is_the_text_and_the_address_of_the_system()
    {
        var source = LogSource.Create("hello", Sys);

        Assert.Equal("hello (akka://test)", source.Source);
        Assert.Equal(typeof(DummyClassForStringSources), source.Type);
        Assert.Equal("hello", LogSource.Create("hello").Source);
    }

    [Fact]
    public void Of_a_type_is_its_name_and_the_address_of_the_system()
    {
        var source = LogSource.Create(typeof(LogSourceTests), Sys);

        Assert.Equal("LogSourceTests (akka://test)", source.Source);
        Assert.Equal(typeof(LogSourceTests), source.Type);
        Assert.Equal("LogSourceTests", LogSource.Create(typeof(LogSourceTests)).Source);
    }

    [Fact]
    public void Of_an_object_is_that_of_its_type()
    {
        Assert.Equal("LogSourceTests (akka://test)", LogSource.Create(this, Sys).Source);
        Assert.Equal("LogSourceTests", LogSource.Create(this).Source);
        Assert.Equal(typeof(LogSourceTests), LogSource.Create(this).Type);
    }

    [Fact]
    public void Of_an_actor_is_its_path()
    {
        var source = LogSource.Create(TestActor, Sys);

        Assert.Equal($"akka://test/system/{TestActor.Path.Name}", source.Source);
        Assert.Equal(TestActor.GetType(), source.Type);
        Assert.Equal(source.Source, LogSource.Create(TestActor).Source);
    }

    [Fact]
    public void Of_a_context_is_the_path_and_the_class_of_its_actor()
    {
        var actor = ActorOf(Props.Create<Reporter>(), "reporter");

        EventFilter.Custom<Info>(info =>
            info.LogSource == "akka://test/user/reporter" && info.LogClass == typeof(Reporter))
            .ExpectOne(() => actor.Tell("log"));
    }

    [Fact]
    public void Can_be_given()
    {
        var source = LogSource.Create("name", typeof(int));

        Assert.Equal("name", source.Source);
        Assert.Equal(typeof(int), source.Type);
    }

    private sealed class Reporter : ReceiveActor
    {
        public Reporter() => ReceiveAny(_ => Context.GetLogger().Info("here"));
    }
}
