using Akka.Event;

namespace Akka.Tests.Event;

public class LoggingAdapterTests
{
    private readonly RecordingAdapter _log = new();
    private readonly Exception _cause = new InvalidOperationException();

    [Fact]
    public void Logs_at_each_level()
    {
        _log.Debug("d");
        _log.Info("i");
        _log.Warning("w");
        _log.Error("e");

        Assert.Equal(
            [
                (LogLevel.DebugLevel, "d", null), (LogLevel.InfoLevel, "i", null),
                (LogLevel.WarningLevel, "w", null), (LogLevel.ErrorLevel, "e", (Exception?)null),
            ],
            _log.Logged);
    }

    [Fact]
    public void Formats_up_to_six_arguments()
    {
        _log.Debug("{0}", 1);
        _log.Info("{0}{1}", 1, 2);
        _log.Warning("{0}{1}{2}", 1, 2, 3);
        _log.Error("{0}{1}{2}{3}", 1, 2, 3, 4);
        _log.Debug("{0}{1}{2}{3}{4}", 1, 2, 3, 4, 5);
        _log.Info("{0}{1}{2}{3}{4}{5}", 1, 2, 3, 4, 5, 6);
        _log.Warning("{0}{1}{2}{3}{4}{5}{6}", [1, 2, 3, 4, 5, 6, 7]);

        Assert.Equal(["1", "12", "123", "1234", "12345", "123456", "1234567"], _log.Logged.Select(l => l.Text));
    }

    [Fact]
    public void Logs_the_cause_before_the_format()
    {
        _log.Debug(_cause, "d");
        _log.Info(_cause, "{0}", 1);
        _log.Warning(_cause, "{0}{1}", 1, 2);
        _log.Error(_cause, "{0}{1}{2}", [1, 2, 3]);
        _log.Log(LogLevel.ErrorLevel, _cause, "{0}", 4);

        Assert.Equal(["d", "1", "12", "123", "4"], _log.Logged.Select(l => l.Text));
        Assert.All(_log.Logged, l => Assert.Same(_cause, l.Cause));
    }

    [Fact]
    public void Logs_at_a_level_that_is_given()
    {
        _log.Log(LogLevel.WarningLevel, "plain");
        _log.Log(LogLevel.InfoLevel, "{0}", ["formatted"]);

        Assert.Equal(
            [(LogLevel.WarningLevel, "plain", null), (LogLevel.InfoLevel, "formatted", (Exception?)null)], _log.Logged);
    }

    [Fact]
    public void Leaves_a_text_without_arguments_as_it_is()
    {
        _log.Info("{0} {braces}");

        Assert.Equal("{0} {braces}", _log.Logged.Single().Text);
    }

    [Fact]
    public void Has_a_formatter_of_ones_own_format_a_text_without_arguments_too()
    {
        var log = new RecordingAdapter(new Shouting());

        log.Info("hello");

        Assert.Equal("HELLO", log.Logged.Single().Text);
    }

    [Fact]
    public void Formats_nothing_before_it_is_read()
    {
        var argument = new CountingText();
        _log.ReadsText = false;

        _log.Info("{0}", argument);

        Assert.Equal(0, argument.Readings);
    }

    [Fact]
    public void Allocates_nothing_on_a_level_that_is_off()
    {
        _log.Threshold = LogLevel.ErrorLevel;
        LogBelow();
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 100; i++)
            LogBelow();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Empty(_log.Logged);
    }

    [Fact]
    public void Knows_no_other_levels()
        => Assert.Throws<NotSupportedException>(() => _log.IsEnabled((LogLevel)4711));

    [Fact]
    public void Needs_a_formatter()
        => Assert.Throws<ArgumentNullException>(() => new BusLogging(new LoggingBus(), "s", GetType(), null!));

    private void LogBelow()
    {
        _log.Debug("plain");
        _log.Debug("{0}", 1);
        _log.Info("{0} {1}", 1, 2L);
        _log.Warning(_cause, "{0} {1} {2}", 1, 2, "3");
    }

    private sealed class CountingText
    {
        public int Readings { get; private set; }

        public override string ToString() => $"{++Readings}";
    }

    private sealed class Shouting : ILogMessageFormatter
    {
        public string Format(string format, params object?[] args) => string.Format(format, args).ToUpperInvariant();

        public string Format(string format, IEnumerable<object?> args) => Format(format, args.ToArray());
    }

    private sealed class RecordingAdapter : LoggingAdapterBase
    {
        public RecordingAdapter(ILogMessageFormatter? formatter = null)
            : base(formatter ?? DefaultLogMessageFormatter.Instance)
        {
        }

        public List<(LogLevel Level, string Text, Exception? Cause)> Logged { get; } = [];

        public bool ReadsText { get; set; } = true;

        public LogLevel Threshold { get; set; }

        public override bool IsDebugEnabled => Threshold <= LogLevel.DebugLevel;

        public override bool IsErrorEnabled => true;

        public override bool IsInfoEnabled => Threshold <= LogLevel.InfoLevel;

        public override bool IsWarningEnabled => Threshold <= LogLevel.WarningLevel;

        protected override void NotifyLog(LogLevel logLevel, object message, Exception? cause = null)
            => Logged.Add((logLevel, ReadsText ? message.ToString()! : "", cause));
    }
}
