using System.Text.RegularExpressions;
using ActorSockets.Configuration;
using Akka.IO;
using Akka.TestKit.Xunit2;

namespace ActorSockets.Tests.Configuration;

/// <summary>What the reference says of Akka.IO's own keys is so.</summary>
public partial class AkkaKeysTests : TestKit
{
    // Akka.NET reads it, and does not list it.
    private const string Unlisted = "akka.io.tcp.write-commands-queue-max-size";

    private static readonly string Text = ReadReference();

    private static IReadOnlyDictionary<string, string> WhatIsRead { get; } = Read().Matches(Text)
        .ToDictionary(match => match.Groups["key"].Value, match => match.Groups["value"].Value);

    private static IReadOnlyList<string> Named { get; } =
        [.. Name().Matches(Text).Select(match => match.Value.TrimEnd('.')).Distinct()];

    [Theory]
    [InlineData("akka.io.tcp")]
    [InlineData("akka.io.dns")]
    public void Each_key_that_is_named_is_one_of_Akkas(string section) => Assert.All(
        Named.Where(key => key.StartsWith(section + ".", StringComparison.Ordinal) && key != Unlisted),
        key => Assert.True(Sys.Settings.Config.HasPath(key), key));

    [Theory]
    [InlineData("akka.io.tcp")]
    [InlineData("akka.io.dns")]
    public void Each_of_Akkas_keys_is_named(string section)
    {
        var config = Sys.Settings.Config;
        var keys = Keys.Below(config, section).Where(key => key != "manager-class");

        Assert.All(keys, key => Assert.Contains(Named, named => named.StartsWith($"{section}.{key}")));
    }

    [Theory]
    [InlineData("akka.io.tcp")]
    [InlineData("akka.io.dns")]
    public void The_defaults_are_as_they_are_said_to_be(string section) => Assert.All(
        WhatIsRead.Where(item => item.Key.StartsWith(section + ".", StringComparison.Ordinal) && item.Key != Unlisted),
        item => Assert.Equal(item.Value, Sys.Settings.Config.GetString(item.Key).Split(',')[0]));

    [Fact]
    public void Without_a_limit_writes_wait_as_they_come() =>
        Assert.Equal(WhatIsRead[Unlisted], $"{TcpSettings.Create(Sys).WriteCommandsQueueMaxSize}");

    private static string ReadReference()
    {
        using var stream = typeof(Reference).Assembly.GetManifestResourceStream("ActorSockets.reference.conf")!;
        return new StreamReader(stream).ReadToEnd();
    }

    [GeneratedRegex(@"^#   (?<key>akka\.io\.[\w.-]+) = (?<value>\S+)$", RegexOptions.Multiline)]
    private static partial Regex Read();

    [GeneratedRegex(@"akka\.io\.\w+\.[\w.-]+")]
    private static partial Regex Name();
}
