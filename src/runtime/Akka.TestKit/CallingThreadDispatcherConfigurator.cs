using Akka.Configuration;
using Akka.Dispatch;

namespace Akka.TestKit;

/// <summary>Makes the <see cref="CallingThreadDispatcher"/> of a section.</summary>
public class CallingThreadDispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly CallingThreadDispatcher _dispatcher;

    public CallingThreadDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites)
    {
        // An actor that makes room for others has nobody to make room for: the thread has no other work.
        _dispatcher = new CallingThreadDispatcher(this) { Throughput = int.MaxValue };
    }

    public override MessageDispatcher Dispatcher() => _dispatcher;
}
