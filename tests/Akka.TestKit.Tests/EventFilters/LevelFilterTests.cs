using System.Text.RegularExpressions;
using Akka.Event;

namespace Akka.TestKit.Tests.EventFilters;

public class LevelFilterTests : EventFilterTestBase
{
    public static TheoryData<LogLevel> Levels =>
        [LogLevel.DebugLevel, LogLevel.InfoLevel, LogLevel.WarningLevel, LogLevel.ErrorLevel];

    [Theory]
    [MemberData(nameof(Levels))]
    public void Expect_one_message(LogLevel level)
        => EventFilter.ForLogLevel(level).ExpectOne(() => Log.Log(level, "whatever"));

    [Theory]
    [MemberData(nameof(Levels))]
    public void Expect_a_number_of_messages(LogLevel level)
        => EventFilter.ForLogLevel(level).Expect(2, () =>
        {
            Log.Log(level, "one");
            Log.Log(level, "two");
        });

    [Theory]
    [MemberData(nameof(Levels))]
    public void Let_other_levels_through(LogLevel level)
    {
        var other = level == LogLevel.InfoLevel ? LogLevel.ErrorLevel : LogLevel.InfoLevel;

        EventFilter.ForLogLevel(level).ExpectOne(() =>
        {
            Log.Log(other, "other");
            Log.Log(level, "expected");
        });

        Assert.Equal("other", ExpectMsg<LogEvent>().Message);
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void Match_the_text(LogLevel level)
    {
        var filters = new[]
        {
            EventFilter.ForLogLevel(level, message: "whatever"),
            EventFilter.ForLogLevel(level, start: "what"),
            EventFilter.ForLogLevel(level, contains: "ateve"),
            EventFilter.ForLogLevel(level, new Regex("w.*r")),
        };

        foreach (var filter in filters)
        {
            filter.ExpectOne(() =>
            {
                Log.Log(level, "let me through");
                Log.Log(level, "whatever");
            });
            Assert.Equal("let me through", ExpectMsg<LogEvent>().Message);
        }
    }

    [Fact]
    public void Match_formatted_text()
        => EventFilter.Info("2 of 3").ExpectOne(() => Log.Info("{0} of {1}", 2, 3));

    [Fact]
    public void Match_start_and_part_together()
    {
        EventFilter.Warning(start: "a", contains: "c").ExpectOne(() =>
        {
            Log.Warning("ab");
            Log.Warning("abc");
        });

        Assert.Equal("ab", ExpectMsg<Warning>().Message);
    }

    [Fact]
    public void Match_the_source()
    {
        var source = LogSource.FromType(GetType(), Sys);

        EventFilter.Info(source: source).ExpectOne(() =>
        {
            Logging.GetLogger(Sys, "elsewhere").Info("other");
            Log.Info("expected");
        });

        Assert.Equal("other", ExpectMsg<Info>().Message);
    }

    [Fact]
    public void Match_the_path_of_an_actor_without_its_address()
    {
        var log = Logging.GetLogger(Sys, TestActor);

        EventFilter.Info(source: TestActor.Path.ToStringWithoutAddress()).ExpectOne(() => log.Info("hello"));
    }

    [Fact]
    public void Fail_when_there_are_too_few()
    {
        var text = Failing.TextOf(
            () => EventFilter.Info("x").Expect(2, Short, () => Log.Info("x")));

        Assert.Equal(
            "Timeout (00:00:00.1000000) while waiting for messages. Only received 1/2 messages that matched filter " +
            "[Info when Message == \"x\"]",
            text);
    }

    [Fact]
    public async Task Fail_when_there_are_too_few_and_they_are_awaited()
    {
        var text = await Failing.TextOf(
            () => EventFilter.Info("x").ExpectAsync(1, Short, () => Task.CompletedTask));

        Assert.StartsWith("Timeout (00:00:00.1000000) while waiting for messages. Only received 0/1", text);
    }

    [Fact]
    public void Fail_when_there_are_too_many()
    {
        var text = Failing.TextOf(() => EventFilter.Info("x").Expect(1, () =>
        {
            Log.Info("x");
            Log.Info("x");
            Log.Info("x");
        }));

        Assert.Equal(
            "Received 2 messages too many. Expected 1 message but received 3 that matched filter " +
            "[Info when Message == \"x\"]",
            text);
    }

    [Fact]
    public void Accept_none_where_none_is_expected()
        => EventFilter.Info("x").Expect(0, Short, () => Log.Info("y"));

    [Fact]
    public void Fail_when_none_is_expected()
    {
        var text = Failing.TextOf(() => EventFilter.Info("x").Expect(0, () => Log.Info("x")));

        Assert.StartsWith("Received 1 message too many. Expected 0 messages but received 1", text);
    }

    [Fact]
    public void Return_what_the_block_returns()
        => Assert.Equal(42, EventFilter.Info("x").ExpectOne(() =>
        {
            Log.Info("x");
            return 42;
        }));

    [Fact]
    public async Task Return_what_the_block_awaits()
        => Assert.Equal(42, await EventFilter.Info("x").ExpectOneAsync(async () =>
        {
            await Task.Yield();
            Log.Info("x");
            return 42;
        }));

    [Fact]
    public void Expect_what_is_logged_later()
        => EventFilter.Info("late").ExpectOne(
            TimeSpan.FromSeconds(10), () => Sys.Scheduler.Advanced.ScheduleOnce(Short, () => Log.Info("late")));

    [Fact]
    public void Can_be_chained()
    {
        EventFilter.Info("1").And.Warning("3").Expect(2, () =>
        {
            Log.Info("1");
            Log.Info("2");
            Log.Warning("3");
        });

        Assert.Equal("2", ExpectMsg<Info>().Message);
    }

    [Fact]
    public void Mute_while_a_block_runs()
    {
        EventFilter.Info().Mute(() => Log.Info("quiet"));
        Log.Info("loud");

        Assert.Equal("loud", ExpectMsg<Info>().Message);
    }

    [Fact]
    public async Task Mute_while_a_block_is_awaited()
    {
        await EventFilter.Info().MuteAsync(async () =>
        {
            await Task.Yield();
            Log.Info("quiet");
        });
        Log.Info("loud");

        Assert.Equal("loud", ExpectMsg<Info>().Message);
    }

    [Fact]
    public void Hear_another_system()
    {
        var other = Akka.Actor.ActorSystem.Create("other", DefaultConfig);

        CreateEventFilter(other).Info("x").ExpectOne(() => other.Log.Info("x"));
        Assert.StartsWith(
            "Timeout", Failing.TextOf(() => CreateEventFilter(other).Info("x").ExpectOne(Short, () => Log.Info("x"))));

        Shutdown(other);
    }

    [Fact]
    public void Mute_until_they_are_unmuted()
    {
        using (EventFilter.Info().Mute())
            Log.Info("quiet");
        Log.Info("loud");

        Assert.Equal("loud", ExpectMsg<Info>().Message);
    }

    [Fact]
    public void Take_what_a_predicate_accepts()
        => EventFilter.Custom<Info>(info => info.Message is "x").ExpectOne(() =>
        {
            Log.Warning("x");
            Log.Info("x");
        });

    [Fact]
    public void Describe_themselves()
    {
        var text = Failing.TextOf(() => EventFilter.Error(contains: "x", source: "y").ExpectOne(Short, () => { }));

        Assert.EndsWith("[Error when Message contains \"x\" and Source == \"y\"]", text);
    }
}
