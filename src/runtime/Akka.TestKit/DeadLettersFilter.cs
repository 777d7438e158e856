using Akka.Event;
using Akka.TestKit.Internal;
using Akka.TestKit.Internal.StringMatcher;

namespace Akka.TestKit;

/// <summary>Takes the warnings that the test's logger makes of dead letters.</summary>
public sealed class DeadLettersFilter : EventFilterBase
{
    private readonly Predicate<DeadLetter>? _isMatch;

    public DeadLettersFilter(
        IStringMatcher? messageMatcher, IStringMatcher? sourceMatcher, Predicate<DeadLetter>? isMatch = null)
        : base(messageMatcher, sourceMatcher)
        => _isMatch = isMatch;

    protected override string FilterDescriptiveName => "DeadLetter";

    protected override bool IsMatch(LogEvent evt)
        => evt is Warning { Message: DeadLetter letter }
            && (_isMatch is null || _isMatch(letter))
            && InternalDoMatch(evt.LogSource, letter.Message);
}
