using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Akka.Hosting.Tests.Logging;

/// <summary>Keeps every line that is logged, for a test to read.</summary>
internal sealed class RecordingLoggerProvider : ILoggerProvider
{
    private readonly Channel<RecordedLine> _lines = Channel.CreateUnbounded<RecordedLine>();

    public async Task<RecordedLine> FindAsync(Func<RecordedLine, bool> condition)
    {
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await foreach (var line in _lines.Reader.ReadAllAsync(bound.Token))
        {
            if (condition(line))
                return line;
        }

        throw new InvalidOperationException("The provider is disposed of");
    }

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _lines.Writer);

    public void Dispose() => _lines.Writer.TryComplete();

    private sealed class Logger(string category, ChannelWriter<RecordedLine> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            var properties = (state as IEnumerable<KeyValuePair<string, object?>> ?? [])
                .ToDictionary(property => property.Key, property => property.Value);
            lines.TryWrite(new RecordedLine(category, logLevel, formatter(state, exception), exception, properties));
        }
    }
}
