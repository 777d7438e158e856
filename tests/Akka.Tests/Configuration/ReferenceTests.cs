using Akka.Actor;
using Akka.Event;
using AkkaDispatchers = Akka.Dispatch.Dispatchers;

namespace Akka.Tests.Configuration;

/// <summary>The defaults, as programs written for Akka.NET read them.</summary>
public class ReferenceTests : TestKit.Xunit2.TestKit
{
    private readonly Settings _settings;
    private readonly ActorSystem _system = ActorSystem.Create("defaults");

    public ReferenceTests() => _settings = _system.Settings;

    [Fact]
    public void Settings_are_those_of_the_defaults()
    {
        Assert.Equal([typeof(DefaultLogger).FullName!], _settings.Loggers);
        Assert.Equal(AkkaDispatchers.DefaultDispatcherId, _settings.LoggersDispatcher);
        Assert.Equal(("INFO", "WARNING"), (_settings.LogLevel, _settings.StdoutLogLevel));
        Assert.Equal(TimeSpan.FromSeconds(5), _settings.LoggerStartTimeout);
        Assert.Equal((10, false), (_settings.LogDeadLetters, _settings.LogDeadLettersDuringShutdown));
        Assert.Equal(TimeSpan.FromMinutes(5), _settings.LogDeadLettersSuspendDuration);
        Assert.Equal((false, true), (_settings.LogConfigOnStart, _settings.LogSerializerOverrideOnStart));
        Assert.Equal(typeof(LocalActorRefProvider).FullName, _settings.ProviderClass);
        Assert.Equal(typeof(DefaultSupervisorStrategy).FullName, _settings.SupervisorStrategyClass);
        Assert.Equal(typeof(HashedWheelTimerScheduler).FullName, _settings.SchedulerClass);
        Assert.Equal(Timeout.InfiniteTimeSpan, _settings.AskTimeout);
        Assert.False(_settings.DebugTimerScheduler || _settings.DebugUnhandledMessage || _settings.AddLoggingReceive);
    }

    [Theory]
    [InlineData("akka.version", "0.0.1 Akka")]
    [InlineData("akka.actor.reaper-interval", "5")]
    [InlineData("akka.actor.router.type-mapping.tail-chopping-pool", "Akka.Routing.TailChoppingPool")]
    [InlineData("akka.actor.deployment.default.within", "5 s")]
    [InlineData("akka.actor.deployment.default.resizer.messages-per-resize", "10")]
    [InlineData("akka.actor.default-dispatcher.executor", "default-executor")]
    [InlineData("akka.actor.internal-dispatcher.executor", "fork-join-executor")]
    [InlineData("akka.actor.internal-dispatcher.fork-join-executor.parallelism-min", "4")]
    [InlineData("akka.actor.task-dispatcher.type", "TaskDispatcher")]
    [InlineData("akka.actor.default-fork-join-dispatcher.dedicated-thread-pool.thread-count", "3")]
    [InlineData("akka.actor.serializers.json", "Akka.Serialization.NewtonSoftJsonSerializer, Akka")]
    [InlineData("akka.reliable-delivery.work-pulling.producer-controller.durable-queue.retry-attempts", "10")]
    [InlineData("akka.io.udp.disabled-buffer-pool.buffer-size", "512")]
    [InlineData("akka.coordinated-shutdown.default-phase-timeout", "5 s")]
    public void Keys_have_their_values(string key, string value) =>
        Assert.Equal(value, _settings.Config.GetString(key));

    [Theory]
    [InlineData("akka.actor.debug.log-timers")]
    [InlineData("akka.io.tcp.write-commands-queue-max-size")]
    [InlineData("akka.coordinated-shutdown.exit-code")]
    public void Keys_without_a_default_are_not_there(string key) => Assert.False(_settings.Config.HasPath(key));

    [Theory]
    [InlineData("akka.actor.task-dispatcher")]
    [InlineData("akka.actor.default-fork-join-dispatcher")]
    [InlineData("akka.actor.internal-dispatcher")]
    public void Dispatchers_can_be_used(string id)
    {
        var echo = Sys.ActorOf(Props.Create(() => new TestKit.TestActors.SimpleEchoActor()).WithDispatcher(id));

        echo.Tell("hello", TestActor);

        ExpectMsg("hello");
    }

    protected override void AfterAll()
    {
        base.AfterAll();
        Shutdown(_system);
    }
}
