using System.Text.RegularExpressions;
using Akka.Actor;
using Akka.Event;
using Akka.TestKit.Internal;
using Akka.TestKit.Internal.StringMatcher;

namespace Akka.TestKit;

/// <summary>Makes filters of log events, to expect or to mute what they take.</summary>
public class EventFilterFactory
{
    private readonly TestKitBase _testkit;
    private readonly ActorSystem _system;
    private readonly IReadOnlyList<EventFilterBase> _filters;

    public EventFilterFactory(TestKitBase testkit)
        : this(testkit, testkit.Sys)
    {
    }

    public EventFilterFactory(TestKitBase testkit, ActorSystem system)
        : this(testkit, system, [])
    {
    }

    public EventFilterFactory(TestKitBase testkit, ActorSystem actorSystem, IReadOnlyList<EventFilterBase> filters)
    {
        _testkit = testkit;
        _system = actorSystem;
        _filters = filters;
    }

    public IEventFilterApplier Custom(Predicate<LogEvent> predicate) => Custom<LogEvent>(predicate);

    public IEventFilterApplier Custom<TLogEvent>(Predicate<TLogEvent> predicate) where TLogEvent : LogEvent
        => Apply(new CustomEventFilter(logEvent => logEvent is TLogEvent typed && predicate(typed)));

    public IEventFilterApplier DeadLetter() => Apply(new DeadLettersFilter(MatchesAll.Instance, MatchesAll.Instance));

    public IEventFilterApplier DeadLetter<TMessage>(string? source = null)
        => DeadLetterOf(message => message is TMessage, source);

    public IEventFilterApplier DeadLetter<TMessage>(Func<TMessage, bool> isMatch, string? source = null)
        => DeadLetterOf(message => message is TMessage typed && isMatch(typed), source);

    public IEventFilterApplier DeadLetter(Type type, string? source = null)
        => DeadLetterOf(type.IsInstanceOfType, source);

    public IEventFilterApplier DeadLetter(Type type, Func<object, bool> isMatch, string? source = null)
        => DeadLetterOf(message => type.IsInstanceOfType(message) && isMatch(message), source);

    public IEventFilterApplier Debug(
        string? message = null, string? start = null, string? contains = null, string? source = null)
        => Apply(new DebugFilter(CreateMessageMatcher(message, start, contains), CreateSourceMatcher(source)));

    public IEventFilterApplier Debug(Regex pattern, string? source = null)
        => Apply(new DebugFilter(new RegexMatcher(pattern), CreateSourceMatcher(source)));

    public IEventFilterApplier Error(
        string? message = null, string? start = null, string? contains = null, string? source = null)
        => Apply(new ErrorFilter(CreateMessageMatcher(message, start, contains), CreateSourceMatcher(source)));

    public IEventFilterApplier Error(Regex pattern, string? source = null)
        => Apply(new ErrorFilter(new RegexMatcher(pattern), CreateSourceMatcher(source)));

    public IEventFilterApplier Exception<TException>(Regex pattern, string? source = null)
        where TException : Exception
        => Exception(typeof(TException), pattern, source);

    public IEventFilterApplier Exception(
        Type exceptionType, Regex pattern, string? source = null, bool checkInnerExceptions = false)
        => ExceptionOf(exceptionType, new RegexMatcher(pattern), source, checkInnerExceptions);

    public IEventFilterApplier Exception<TException>(
        string? message = null, string? start = null, string? contains = null, string? source = null)
        where TException : Exception
        => Exception(typeof(TException), message, start, contains, source);

    public IEventFilterApplier Exception(
        Type exceptionType,
        string? message = null,
        string? start = null,
        string? contains = null,
        string? source = null,
        bool checkInnerExceptions = false)
        => ExceptionOf(
            exceptionType, CreateMessageMatcher(message, start, contains), source, checkInnerExceptions);

    public IEventFilterApplier ForLogLevel(
        LogLevel logLevel,
        string? message = null,
        string? start = null,
        string? contains = null,
        string? source = null)
        => Apply(FilterOf(logLevel, CreateMessageMatcher(message, start, contains), CreateSourceMatcher(source)));

    public IEventFilterApplier ForLogLevel(LogLevel logLevel, Regex pattern, string? source = null)
        => Apply(FilterOf(logLevel, new RegexMatcher(pattern), CreateSourceMatcher(source)));

    public IEventFilterApplier Info(
        string? message = null, string? start = null, string? contains = null, string? source = null)
        => Apply(new InfoFilter(CreateMessageMatcher(message, start, contains), CreateSourceMatcher(source)));

    public IEventFilterApplier Info(Regex pattern, string? source = null)
        => Apply(new InfoFilter(new RegexMatcher(pattern), CreateSourceMatcher(source)));

    public IEventFilterApplier Warning(
        string? message = null, string? start = null, string? contains = null, string? source = null)
        => Apply(new WarningFilter(CreateMessageMatcher(message, start, contains), CreateSourceMatcher(source)));

    public IEventFilterApplier Warning(Regex pattern, string? source = null)
        => Apply(new WarningFilter(new RegexMatcher(pattern), CreateSourceMatcher(source)));

    protected IEventFilterApplier CreateApplier(EventFilterBase filter, ActorSystem system)
        => new InternalEventFilterApplier(_testkit, system, [.. _filters, filter]);

    protected static IStringMatcher CreateMessageMatcher(string? message, string? start, string? contains)
    {
        var matchers = new List<IStringMatcher>();
        if (message is not null)
            matchers.Add(new EqualsString(message));
        if (start is not null)
            matchers.Add(new StartsWithString(start));
        if (contains is not null)
            matchers.Add(new ContainsString(contains));

        return matchers switch
        {
            [] => MatchesAll.Instance,
            [var matcher] => matcher,
            _ => new PredicateMatcher(
                text => matchers.TrueForAll(matcher => matcher.IsMatch(text)), string.Join(" and ", matchers)),
        };
    }

    private static IStringMatcher CreateSourceMatcher(string? source)
        => source is null ? MatchesAll.Instance : new EqualsStringAndPathMatcher(source);

    private static EventFilterBase FilterOf(LogLevel logLevel, IStringMatcher message, IStringMatcher source)
        => logLevel switch
        {
            LogLevel.DebugLevel => new DebugFilter(message, source),
            LogLevel.InfoLevel => new InfoFilter(message, source),
            LogLevel.WarningLevel => new WarningFilter(message, source),
            LogLevel.ErrorLevel => new ErrorFilter(message, source),
            _ => throw new ArgumentOutOfRangeException(nameof(logLevel), $"Unknown LogLevel value: {logLevel}"),
        };

    private IEventFilterApplier Apply(EventFilterBase filter) => CreateApplier(filter, _system);

    private IEventFilterApplier DeadLetterOf(Func<object, bool> isMatch, string? source)
        => Apply(new DeadLettersFilter(
            MatchesAll.Instance, CreateSourceMatcher(source), letter => isMatch(letter.Message)));

    private IEventFilterApplier ExceptionOf(
        Type exceptionType, IStringMatcher message, string? source, bool checkInnerExceptions)
        => Apply(new ErrorFilter(exceptionType, message, CreateSourceMatcher(source), checkInnerExceptions));
}
