using Akka.Event;

namespace Akka.TestKit.Tests.EventFilters;

/// <summary>A test that receives as messages what its filters let through to the log.</summary>
public abstract class EventFilterTestBase : Xunit2.TestKit
{
    protected static readonly TimeSpan Short = TimeSpan.FromMilliseconds(100);

    protected EventFilterTestBase(string config = "")
        : base($$"""
            akka.loggers = ["Akka.TestKit.Tests.EventFilters.ForwardingListener, Akka.TestKit.Tests"]
            akka.loglevel = DEBUG
            akka.log-dead-letters = off
            {{config}}
            """)
    {
        var forward = new ForwardingListener.ForwardTo(TestActor);
        Sys.EventStream.Publish(new Error(null, "test", GetType(), forward));
        ExpectMsg("ready");
    }
}
