using System.Reflection;

namespace ActorSockets.EndToEnd.Tests;

/// <summary>Where things are, as the build has noted them.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("Repository");

    /// <summary>What was built for a project, in the configuration of these tests.</summary>
    public static string Output(string project) => Path.Combine(Root, project, Metadata("Output"));

    private static string Metadata(string key) => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key)
        .Value!;
}
