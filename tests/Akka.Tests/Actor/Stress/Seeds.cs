namespace Akka.Tests.Actor.Stress;

/// <summary>A seed for a random run: a new one each time, or the one in AKKA_TESTS_SEED to replay a run.</summary>
internal static class Seeds
{
    public static int Next() =>
        int.TryParse(Environment.GetEnvironmentVariable("AKKA_TESTS_SEED"), out var seed) ? seed : Random.Shared.Next();
}
