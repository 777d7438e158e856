using System.Text;

namespace Akka.Hosting;

/// <summary>How dead letters are logged.</summary>
public class DeadLetterOptions
{
    /// <summary>Whether none, all, or the first <see cref="LogCount"/> dead letters are logged.</summary>
    public TriStateValue ShouldLog { get; set; } = TriStateValue.Some;

    /// <summary>How many are logged before logging pauses.</summary>
    public int LogCount { get; set; } = 10;

    /// <summary>Whether they are logged while the system shuts down, too.</summary>
    public bool? LogDuringShutdown { get; set; }

    /// <summary>How long logging pauses; zero or less is for good.</summary>
    public TimeSpan? LogSuspendDuration { get; set; }

    /// <summary>The options as HOCON.</summary>
    public override string ToString()
    {
        var hocon = new StringBuilder($"akka.log-dead-letters = {Count}\n");
        if (LogDuringShutdown is { } during)
            hocon.Append($"akka.log-dead-letters-during-shutdown = {during.ToHocon()}\n");
        if (LogSuspendDuration is { } pause)
            hocon.Append($"akka.log-dead-letters-suspend-duration = {pause.ToHocon(true, true)}\n");
        return hocon.ToString();
    }

    private string Count => ShouldLog switch
    {
        TriStateValue.None => "off",
        TriStateValue.All => "on",
        _ => LogCount.ToHocon(),
    };
}
