using Xunit;

namespace Akka.TestKit.Xunit2.Attributes;

/// <summary>A test that is skipped on machines that ask for it, for the reason given.</summary>
public class LocalFactAttribute : FactAttribute
{
    private const string BuildServerVariable = "XUNIT_SKIP_LOCAL_TESTS";
    private string? _skip;

    public LocalFactAttribute()
    {
    }

    public string? SkipLocal { get; set; }

    public override string? Skip
    {
        get => _skip ?? (Environment.GetEnvironmentVariable(BuildServerVariable) is null ? null : SkipLocal);
        set => _skip = value;
    }
}
