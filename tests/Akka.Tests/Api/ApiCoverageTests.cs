using System.Reflection;

namespace Akka.Tests.Api;

public class ApiCoverageTests
{
    private const string Introduction = """
        # What of Akka.NET's public API is here

        Namespaces and types of Akka.NET 1.5.30, as far as a connection server has a use for them. *Whole* types have
        all members; of others it is said which are missing. A test writes this page and holds it against the
        assemblies.


        """;


    [Fact]
    public void The_page_says_what_is_there()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "COVERAGE.md");
        var actual = Introduction + string.Join('\n', ApiListing.Assemblies.Select(Describe));

        // To accept a change: copy what this writes over src/runtime/COVERAGE.md.
        File.WriteAllText(Path.ChangeExtension(path, ".actual.md"), actual);
        Assert.Equal(File.ReadAllText(path), actual);
    }

    [Fact]
    public void A_type_that_lacks_a_member_is_not_whole()
    {
        var listing = ApiListing.Parse("## S\nclass A\n  void Run()\n  void Stop()\nclass B\n  new()\nclass C\n");
        ApiType[] ours = [new("S", "A", "class", [], ["void Run()"]), new("S", "B", "sealed class", [], ["new()"])];

        var page = ApiCoverage.Describe("X", ours, listing);

        Assert.Equal(
            "## X\n\n### S\n\nWhole:\n`B`.\n\n`A`, without:\n`void Stop()`.\n\nAbsent:\n`C`.\n", page);
    }

    private static string Describe(string assembly) =>
        ApiCoverage.Describe(assembly, ApiPrinter.Print(Assembly.Load(assembly)), ApiListing.Of(assembly));
}
