namespace Akka.Hosting;

/// <summary>What is logged for debugging; what is not set is left as it is.</summary>
public class DebugOptions
{
    public bool? Receive { get; set; }

    public bool? AutoReceive { get; set; }

    public bool? LifeCycle { get; set; }

    public bool? FiniteStateMachine { get; set; }

    public bool? EventStream { get; set; }

    public bool? Unhandled { get; set; }

    public bool? RouterMisconfiguration { get; set; }

    /// <summary>The options as HOCON; empty when none is set.</summary>
    public override string ToString()
    {
        (string Key, bool? Value)[] options =
        [
            ("receive", Receive), ("autoreceive", AutoReceive), ("lifecycle", LifeCycle), ("fsm", FiniteStateMachine),
            ("event-stream", EventStream), ("unhandled", Unhandled),
            ("router-misconfiguration", RouterMisconfiguration),
        ];
        return string.Concat(options.Where(o => o.Value.HasValue)
            .Select(o => $"akka.actor.debug.{o.Key} = {o.Value.ToHocon()}\n"));
    }
}
