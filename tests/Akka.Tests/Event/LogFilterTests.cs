using System.Text.RegularExpressions;
using Akka.Event;

namespace Akka.Tests.Event;

public class LogFilterTests
{
    private static readonly LogEvent Event = new Warning("Akka.Tests.Source", typeof(LogFilterTests), "the message");

    public static TheoryData<string, LogFilterBuilder, bool> Filters => new()
    {
        { "source contains", new LogFilterBuilder().ExcludeSourceContaining("Tests"), false },
        { "source does not contain", new LogFilterBuilder().ExcludeSourceContaining("tests."), true },
        { "source starts", new LogFilterBuilder().ExcludeSourceStartingWith("Akka"), false },
        { "source does not start", new LogFilterBuilder().ExcludeSourceStartingWith("Tests"), true },
        { "source ends", new LogFilterBuilder().ExcludeSourceEndingWith("Source"), false },
        { "source does not end", new LogFilterBuilder().ExcludeSourceEndingWith("Tests"), true },
        { "source is", new LogFilterBuilder().ExcludeSourceExactly("akka.tests.source"), false },
        { "source is not", new LogFilterBuilder().ExcludeSourceExactly("akka.tests"), true },
        {
            "source is not by case",
            new LogFilterBuilder().ExcludeSourceExactly("akka.tests.source", StringComparison.Ordinal), true
        },
        { "source matches", new LogFilterBuilder().ExcludeSourceRegex(new Regex("A.*e")), false },
        { "message contains", new LogFilterBuilder().ExcludeMessageContaining("message"), false },
        { "message does not contain", new LogFilterBuilder().ExcludeMessageContaining("letter"), true },
        { "message matches", new LogFilterBuilder().ExcludeMessageRegex(new Regex("m.*e$")), false },
        {
            "one of two",
            new LogFilterBuilder().ExcludeMessageContaining("letter").ExcludeSourceContaining("Tests"), false
        },
        { "none", new LogFilterBuilder(), true },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void Drops_what_it_excludes(string name, LogFilterBuilder builder, bool isKept)
    {
        var evaluator = builder.Build().CreateEvaluator();

        Assert.Equal(isKept, evaluator.ShouldTryKeepMessage(Event, out var text));
        Assert.True(!isKept || text == Event.ToString(), name);
    }

    [Fact]
    public void Needs_no_text_where_all_filters_are_on_the_source()
    {
        Assert.True(
            new LogFilterBuilder().ExcludeSourceContaining("x").Build().CreateEvaluator().EvaluatesLogSourcesOnly);
        Assert.True(LogFilterEvaluator.NoFilters.EvaluatesLogSourcesOnly);
        Assert.False(
            new LogFilterBuilder().ExcludeMessageContaining("x").Build().CreateEvaluator().EvaluatesLogSourcesOnly);
    }

    [Fact]
    public void Cannot_decide_on_a_message_without_its_text()
        => Assert.Equal(
            LogFilterDecision.NoDecision, new RegexLogMessageFilter(new Regex("x")).ShouldKeepMessage(Event));

    [Fact]
    public void Takes_filters_of_ones_own()
    {
        var filter = new RegexLogSourceFilter(new Regex("x"));

        var setup = new LogFilterBuilder().Add(filter).AddRange([filter]).Build();

        Assert.Equal([filter, filter], setup.Filters);
    }
}
