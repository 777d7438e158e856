using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Threading.Channels;

namespace ActorSockets.EndToEnd.Tests;

/// <summary>A process that a test has started, with the lines that it has written.</summary>
internal sealed partial class ProgramRun : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly List<string> _seen = [];
    private readonly Task<string> _errors;
    private readonly Task _output;

    private ProgramRun(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
        _output = ReadLinesAsync();
    }

    public int Id => _process.Id;

    /// <summary>What was written to the standard output and has been waited for.</summary>
    public string Seen => string.Join('\n', _seen);

    public StreamWriter Input => _process.StandardInput;

    public static ProgramRun Start(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new ProgramRun(Process.Start(start)!);
    }

    public static ProgramRun Python(string script, params IEnumerable<string> arguments) => Start(
        "python3", ["-u", Path.Combine(AppContext.BaseDirectory, "python", script), .. arguments]);

    /// <summary>The next line of the standard output for which the condition holds.</summary>
    public async Task<string> LineAsync(Func<string, bool> condition, string what)
    {
        using var bound = new CancellationTokenSource(Bound.Wait);
        try
        {
            await foreach (var line in _lines.Reader.ReadAllAsync(bound.Token))
            {
                _seen.Add(line);
                if (condition(line))
                    return line;
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"Waited for {what}; there was:\n{Seen}");
        }

        throw new EndOfStreamException($"Ended without {what}; there was:\n{Seen}\n{await _errors}");
    }

    public void Signal(PosixSignal signal) => Assert.Equal(0, Kill(Id, signal switch
    {
        PosixSignal.SIGINT => 2,
        PosixSignal.SIGTERM => 15,
        _ => throw new ArgumentOutOfRangeException(nameof(signal)),
    }));

    /// <summary>Waits for the end.</summary>
    public async Task<(int ExitCode, string Output, string Errors)> ExitAsync()
    {
        await Bound.For(_process.WaitForExitAsync(), "the process to end");
        await Bound.For(_output, "the end of its output");
        while (_lines.Reader.TryRead(out var line))
            _seen.Add(line);
        return (_process.ExitCode, Seen, await _errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        await _output;
        _process.Dispose();
    }

    private async Task ReadLinesAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
            _lines.Writer.TryWrite(line);
        _lines.Writer.Complete();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
