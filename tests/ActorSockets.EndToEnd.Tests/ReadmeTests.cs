using System.Net;
using System.Text.RegularExpressions;
using ActorSockets.EndToEnd.Tests.Peers;

namespace ActorSockets.EndToEnd.Tests;

/// <summary>The README tells the truth.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public async Task Its_echo_server_is_the_one_in_docs()
    {
        var program = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs/echo/Program.cs"));

        Assert.Equal(program, CodeBlock().Match(Readme).Groups["code"].Value);
    }

    [Fact]
    public async Task Its_echo_server_echoes()
    {
        var program = Path.Combine(Repository.Output("docs/echo"), "echo");
        await using var run = ProgramRun.Start(program, "127.0.0.1:0");
        var line = await run.LineAsync(line => line.StartsWith("Echo on "), "the address");
        using var peer = await LinePeer.ConnectAsync(IPEndPoint.Parse(line["Echo on ".Length..]));

        await peer.SayAsync("hello");

        Assert.Equal("hello", await peer.HearAsync());
    }

    [Fact]
    public async Task Its_session_can_be_had()
    {
        var session = Session().Match(Readme).Groups["lines"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await using var server = await RunningServer.StartAsync();
        using var alice = await LinePeer.ConnectAsync(server["chat"]);
        LinePeer? bob = null;

        // What alice types is in the README as it is; what bob does shows in what alice hears.
        foreach (var line in session)
        {
            if (line.Contains("guest-2 has joined"))
                bob = await LinePeer.ConnectAsync(server["chat"]);
            else if (line.Contains("is bob now"))
                await bob!.SayAsync("/nick bob");
            else if (line.StartsWith("bob: "))
                await bob!.SayAsync(line["bob: ".Length..]);

            if (line.StartsWith('*') || line.StartsWith("bob: "))
                Assert.Equal(line, await alice.HearAsync());
            else
                await alice.SayAsync(line);
        }

        bob!.Dispose();
    }

    [Fact]
    public void Its_files_and_folders_exist()
    {
        var names = Name().Matches(Readme).Select(match => match.Groups["name"].Value).ToArray();

        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.True(Path.Exists(Path.Combine(Repository.Root, name)), name));
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\$ nc 127\.0\.0\.1 8888\n(?<lines>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Session();

    // What stands in backticks and begins with a folder of the repository.
    [GeneratedRegex("`(?<name>(?:src|docs|HOCON|tests)/[^` ]*)`")]
    private static partial Regex Name();
}
