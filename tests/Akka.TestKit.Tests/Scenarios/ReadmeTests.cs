using System.Text.RegularExpressions;

namespace Akka.TestKit.Tests.Scenarios;

public partial class ReadmeTests
{
    private static readonly string Root = FindRoot(AppContext.BaseDirectory);

    [Fact]
    public void Every_scenario_of_the_README_is_one_of_ours()
    {
        var text = File.ReadAllText(Path.Combine(Root, "src", "runtime", "README.md"));
        var sources = Directory
            .GetFiles(Path.Combine(Root, "tests", "Akka.TestKit.Tests", "Scenarios"), "*Tests.cs")
            .Select(file => Flat(File.ReadAllText(file)))
            .ToList();

        var snippets = Snippet().Matches(text[text.IndexOf("## TestKit", StringComparison.Ordinal)..])
            .Select(match => Flat(match.Groups["code"].Value))
            .ToList();

        Assert.NotEmpty(snippets);
        Assert.All(snippets, snippet => Assert.Contains(
            sources, source => source.Contains(snippet, StringComparison.Ordinal)));
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Snippet();

    // Indentation is the only thing in which a snippet differs from its source.
    private static string Flat(string code)
        => string.Join('\n', code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    private static string FindRoot(string folder)
        => File.Exists(Path.Combine(folder, "ActorSockets.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
