using Xunit;

namespace Akka.TestKit.Xunit2.Attributes;

/// <summary>A fact that is skipped where the system is not Windows.</summary>
public class WindowsFactAttribute : FactAttribute
{
    private string? _skip;

    public WindowsFactAttribute()
    {
    }

    public string? SkipUnix { get; set; }

    public override string? Skip
    {
        get => _skip ?? (OperatingSystem.IsWindows() ? null : SkipUnix ?? "Only runs on Windows");
        set => _skip = value;
    }
}
