using Akka.Actor;
using Akka.Event;
using Akka.Hosting.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using AkkaLevel = Akka.Event.LogLevel;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Akka.Hosting.Tests.Logging;

public sealed class LoggerFactoryLoggerTests : IDisposable
{
    private readonly RecordingLoggerProvider _provider = new();

    public void Dispose() => _provider.Dispose();

    [Theory]
    [InlineData(AkkaLevel.DebugLevel, LogLevel.Debug)]
    [InlineData(AkkaLevel.InfoLevel, LogLevel.Information)]
    [InlineData(AkkaLevel.WarningLevel, LogLevel.Warning)]
    [InlineData(AkkaLevel.ErrorLevel, LogLevel.Error)]
    public async Task Logs_through_the_applications_loggers(AkkaLevel level, LogLevel expected)
    {
        using var host = await StartAsync();

        host.Services.GetRequiredService<ActorSystem>().Log.Log(level, null!, "hello {0}", "world");

        var line = await _provider.FindAsync(l => l.Text.EndsWith("hello world"));
        Assert.Equal(expected, line.Level);
        Assert.Equal("world", line.Properties["0"]);
        Assert.Equal("hello {0}", line.Properties["{OriginalFormat}"]);
        await host.StopAsync();
    }

    [Fact]
    public async Task Names_the_actor_that_logged_and_the_cause()
    {
        using var host = await StartAsync();
        var system = host.Services.GetRequiredService<ActorSystem>();

        system.ActorOf(Props.Create<ComplainingActor>(), "complaining").Tell("trouble");

        var line = await _provider.FindAsync(l => l.Text.EndsWith("trouble"));
        Assert.Equal(typeof(ComplainingActor).FullName!.Replace('+', '.'), line.Category);
        Assert.Contains("akka://hosted/user/complaining", line.Text);
        Assert.Contains("/user/complaining", line.Properties["LogSource"]?.ToString());
        Assert.IsType<InvalidOperationException>(line.Cause);
        await host.StopAsync();
    }

    [Fact]
    public async Task Prefers_a_factory_that_it_was_given()
    {
        using var given = new RecordingLoggerProvider();
        using var factory = LoggerFactory.Create(builder => builder.AddProvider(given));
        using var host = await HostedSystem.StartAsync((builder, _) => builder.ConfigureLoggers(
            loggers => loggers.ClearLoggers().AddLoggerFactory(factory)));

        host.Services.GetRequiredService<ActorSystem>().Log.Info("for the given one");

        await given.FindAsync(line => line.Text.EndsWith("for the given one"));
        await host.StopAsync();
    }

    [Fact]
    public void Names_arguments_by_their_holes()
    {
        var message = new SampleMessage("user {Name} from {@Address:x} paid {{no}} {Sum}", "me", "here", 3);

        var state = new AkkaLogState(new Info("source", typeof(string), message))
            .ToDictionary(property => property.Key, property => property.Value);

        Assert.Equal("me here 3", $"{state["Name"]} {state["Address"]} {state["Sum"]}");
    }

    private Task<IHost> StartAsync() => HostedSystem.StartAsync(
        (builder, _) => builder.ConfigureLoggers(loggers =>
        {
            loggers.LogLevel = AkkaLevel.DebugLevel;
            loggers.ClearLoggers().AddLoggerFactory();
        }),
        services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_provider)));

    private sealed class SampleMessage(string format, params object?[] arguments)
        : LogMessage(DefaultLogMessageFormatter.Instance, format)
    {
        public override IEnumerable<object?> Parameters() => arguments;

        public override string Unformatted() => Format;
    }

    private sealed class ComplainingActor : UntypedActor
    {
        private readonly ILoggingAdapter _log = Context.GetLogger();

        protected override void OnReceive(object message)
            => _log.Error(new InvalidOperationException("cause"), message.ToString()!);
    }
}
