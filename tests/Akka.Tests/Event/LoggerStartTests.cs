using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Tests.Event;

public class LoggerStartTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("on")]
    [InlineData("off")]
    public void A_slow_logger_is_subscribed_once_it_answers(string asyncStart)
    {
        var id = Guid.NewGuid().ToString();
        using var system = Start<SlowLogger>(id, $"akka.logger-async-start = {asyncStart}");
        system.Log.Warning("too early");

        SlowLogger.Release(id);

        Eventually.True(() =>
        {
            system.Log.Warning("hello");
            return SlowLogger.Logged(id).Contains("hello");
        });
        Assert.Contains(
            SlowLogger.Logged(id), text => text.EndsWith("+SlowLogger] started", StringComparison.Ordinal));
        Assert.DoesNotContain("too early", SlowLogger.Logged(id));
    }

    [Fact]
    public void A_logger_that_does_not_answer_in_time_is_warned_of()
    {
        var id = Guid.NewGuid().ToString();
        using var system = Start<SlowLogger>(id, "");

        Assert.Contains(
            RecordingStdout.Lines,
            line => line.Contains("[WARNING]")
                && line.EndsWith("-SlowLogger [Akka.Tests.Event.LoggerStartTests+SlowLogger] did not respond within "
                    + "00:00:00.1000000 to InitializeLogger(bus), LoggingBus will try and wait until it is ready. "
                    + "Since it start up is delayed, this logger may not capture all startup events correctly.",
                    StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_logger_that_is_not_ready_when_the_system_ends_is_stopped()
    {
        var system = Start<SlowLogger>(Guid.NewGuid().ToString(), "");
        var lines = RecordingStdout.Lines;

        await system.Terminate().WaitAsync(Long);

        Eventually.True(() => lines.Any(line => line.EndsWith(
            "+SlowLogger] startup have been cancelled because of system shutdown. Stopping logger.",
            StringComparison.Ordinal)));
    }

    [Fact]
    public void A_logger_that_answers_with_something_else_is_stopped()
    {
        using var system = Start<ImpoliteLogger>("", "akka.logger-startup-timeout = 20s");

        Assert.Contains(RecordingStdout.Lines, line => line.Contains("[ERROR]") && line.EndsWith(
            "+ImpoliteLogger] did not respond with LoggerInitialized, sent instead System.String. Stopping logger.",
            StringComparison.Ordinal));
    }

    [Fact]
    public void A_logger_that_fails_does_not_keep_the_system_from_starting()
    {
        using var system = Start<FailingLogger>("", "");

        Assert.NotNull(system);
    }

    [Fact]
    public void A_logger_that_is_not_there_keeps_the_system_from_starting()
    {
        var config = ConfigurationFactory.ParseString("akka.loggers = [\"Akka.Event.InvalidLogger, Nowhere\"]");

        var failure = Assert.Throws<ConfigurationException>(() => ActorSystem.Create("test", config));

        Assert.Equal(
            "Logger specified in config cannot be found: \"Akka.Event.InvalidLogger, Nowhere\"", failure.Message);
    }

    [Fact]
    public async Task Standard_output_logs_what_comes_before_and_after_the_loggers()
    {
        var system = Start<SilentLogger>("", "akka.logger-startup-timeout = 20s");
        system.Log.Warning("in between");
        await system.Terminate().WaitAsync(Long);

        string[] expected =
        [
            "StandardOutLogger started",
            "[Akka.Tests.Event.LoggerStartTests+SilentLogger] started",
            "RecordingStdout being removed",
            "Shutting down: RecordingStdout started",
            "All default loggers stopped",
        ];
        var lines = RecordingStdout.Lines.ToList();
        var found = Array.ConvertAll(
            expected, text => lines.FindIndex(line => line.EndsWith(text, StringComparison.Ordinal)));
        Assert.Equal(found.Order(), found);
        Assert.DoesNotContain(-1, found);

        // Afterwards it may come: what a logger has not handled when it stops goes to standard output.
        Assert.DoesNotContain(lines.Take(found[3]), line => line.EndsWith("in between", StringComparison.Ordinal));
    }

    [Fact]
    public void Unhandled_messages_are_debugged_when_told()
    {
        using var kit = new TestKit.Xunit2.TestKit("akka.actor.debug.unhandled = on, akka.loglevel = DEBUG");
        var deaf = kit.ActorOf<TestKit.TestActors.UnhandledMessageActor>("deaf");

        kit.EventFilter.Debug($"Unhandled message from {kit.TestActor.Path} : hello", source: "akka://test/user/deaf")
            .ExpectOne(() => deaf.Tell("hello", kit.TestActor));
    }

    private static ActorSystem Start<TLogger>(string id, string config) => ActorSystem.Create(
        "test",
        ConfigurationFactory.ParseString($$"""
            test.id = "{{id}}"
            akka.loglevel = DEBUG
            akka.stdout-loglevel = DEBUG
            akka.stdout-logger-class = "{{typeof(RecordingStdout).AssemblyQualifiedName}}"
            akka.loggers = ["{{typeof(TLogger).AssemblyQualifiedName}}"]
            akka.logger-startup-timeout = 100ms
            {{config}}
            """));


    /// <summary>Records what goes to standard output, for the system that was made last.</summary>
    public sealed class RecordingStdout : MinimalLogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public RecordingStdout() => Lines = _lines;

        public static ConcurrentQueue<string> Lines { get; private set; } = new();

        protected override void Log(object message) => _lines.Enqueue(message.ToString()!);
    }

    public sealed class SlowLogger : ReceiveActor, IRequiresMessageQueue<ILoggerMessageQueueSemantics>
    {
        private static readonly ConcurrentDictionary<string, TaskCompletionSource> Gates = new();
        private static readonly ConcurrentDictionary<string, ConcurrentQueue<string>> Texts = new();

        public SlowLogger()
        {
            var id = Context.System.Settings.Config.GetString("test.id");
            ReceiveAsync<InitializeLogger>(async _ =>
            {
                await Gate(id).Task;
                Sender.Tell(new LoggerInitialized());
            });
            Receive<LogEvent>(logEvent => Logged(id).Enqueue(logEvent.Message.ToString()!));
        }

        public static ConcurrentQueue<string> Logged(string id) =>
            Texts.GetOrAdd(id, _ => new ConcurrentQueue<string>());

        public static void Release(string id) => Gate(id).TrySetResult();

        private static TaskCompletionSource Gate(string id) => Gates.GetOrAdd(id, _ => new TaskCompletionSource());
    }

    public sealed class ImpoliteLogger : ReceiveActor
    {
        public ImpoliteLogger() => Receive<InitializeLogger>(_ => Sender.Tell("what?"));
    }

    public sealed class FailingLogger : ReceiveActor
    {
        public FailingLogger() => throw new InvalidOperationException("no logger today");
    }

    public sealed class SilentLogger : DefaultLogger
    {
        protected override void Print(LogEvent logEvent)
        {
        }
    }
}
