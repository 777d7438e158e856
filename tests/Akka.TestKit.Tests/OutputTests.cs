using System.Collections.Concurrent;
using Akka.Event;
using Xunit.Abstractions;

namespace Akka.TestKit.Tests;

public class OutputTests
{
    private readonly RecordingOutput _output = new();

    [Fact]
    public void Shows_the_log_in_the_output_of_the_test()
    {
        using var kit = new Xunit2.TestKit("akka.loglevel = DEBUG", _output);

        kit.Log.Warning("hello {0}", "world");

        kit.AwaitAssert(() => Assert.Contains(_output.Lines, line =>
            line.StartsWith("[WARNING]", StringComparison.Ordinal)
            && line.EndsWith("] hello world", StringComparison.Ordinal)));
    }

    [Fact]
    public void Shows_what_does_not_format()
    {
        using var kit = new Xunit2.TestKit(output: _output);

        kit.Log.Warning("{0} {1}", "lonely");

        kit.AwaitAssert(() => Assert.Contains(
            _output.Lines, line => line.Contains("Template: [{0} {1}]", StringComparison.Ordinal)));
    }

    [Fact]
    public void Goes_on_when_the_test_takes_no_more_output()
    {
        using var kit = new Xunit2.TestKit(output: _output);
        _output.IsClosed = true;

        kit.EventFilter.Warning("lost").ExpectOne(() => kit.Log.Warning("lost"));
        _output.IsClosed = false;
        kit.Log.Warning("seen");

        kit.AwaitAssert(() => Assert.Contains(
            _output.Lines, line => line.EndsWith("seen", StringComparison.Ordinal)));
    }

    [Fact]
    public void Tells_systems_apart_by_a_prefix()
    {
        using var kit = new TwoSystems(_output);

        kit.Other.Log.Warning("hello");

        kit.AwaitAssert(() => Assert.Contains(
            _output.Lines, line => line.StartsWith("other: [WARNING]", StringComparison.Ordinal)));
    }

    private sealed class TwoSystems : Xunit2.TestKit
    {
        public TwoSystems(ITestOutputHelper output)
            : base(output: output)
        {
            Other = Actor.ActorSystem.Create("other");
            InitializeLogger(Other, "other: ");
        }

        public Actor.ActorSystem Other { get; }

        protected override void AfterAll() => Shutdown(Other);
    }

    private sealed class RecordingOutput : ITestOutputHelper
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public volatile bool IsClosed;

        public void WriteLine(string message)
        {
            if (IsClosed)
                throw new InvalidOperationException("There is no currently active test.");
            Lines.Enqueue(message);
        }

        public void WriteLine(string format, params object[] args) => WriteLine(string.Format(format, args));
    }
}
