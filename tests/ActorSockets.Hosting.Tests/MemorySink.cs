using System.Collections.Concurrent;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace ActorSockets.Hosting.Tests;

/// <summary>Keeps what is logged.</summary>
internal sealed class MemorySink : ILogEventSink
{
    private readonly ConcurrentQueue<LogEvent> _lines = new();
    private readonly SemaphoreSlim _written = new(0);

    public MemorySink() => Logger = new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(this).CreateLogger();

    public Logger Logger { get; }

    public void Emit(LogEvent logEvent)
    {
        _lines.Enqueue(logEvent);
        _written.Release();
    }

    /// <summary>Waits for a line whose text contains something.</summary>
    public async Task<LogEvent> LineAsync(string text)
    {
        while (true)
        {
            if (_lines.FirstOrDefault(line => line.RenderMessage().Contains(text)) is { } found)
                return found;
            Assert.True(await _written.WaitAsync(Bound.Wait), $"There was no line with '{text}'.");
        }
    }
}
