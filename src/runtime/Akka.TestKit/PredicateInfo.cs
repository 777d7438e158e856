namespace Akka.TestKit;

/// <summary>A predicate on messages of one type.</summary>
public class PredicateInfo
{
    private readonly Func<object, bool> _isMatch;

    private PredicateInfo(Delegate predicateT, Type type, Func<object, bool> isMatch)
    {
        PredicateT = predicateT;
        Type = type;
        _isMatch = isMatch;
    }

    public Delegate PredicateT { get; }

    public Type Type { get; }

    public static PredicateInfo Create<T>(Predicate<T> predicateT)
        => new(predicateT, typeof(T), message => message is T typed && predicateT(typed));

    public override string ToString() => $"Predicate<{Type}>";

    internal bool IsMatch(object message) => _isMatch(message);
}
