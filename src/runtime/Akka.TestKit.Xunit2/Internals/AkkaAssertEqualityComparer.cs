using System.Collections;

namespace Akka.TestKit.Xunit2.Internals;

/// <summary>Equal by what the values themselves say, else item by item, else by type and <c>Equals</c>.</summary>
public class AkkaAssertEqualityComparer<T> : IEqualityComparer<T>
{
    private readonly bool _skipTypeCheck;
    private readonly IEqualityComparer? _innerComparer;

    public AkkaAssertEqualityComparer(bool skipTypeCheck = false, IEqualityComparer? innerComparer = null)
    {
        _skipTypeCheck = skipTypeCheck;
        _innerComparer = innerComparer;
    }

    public bool Equals(T? x, T? y)
    {
        if (x is null || y is null)
            return x is null && y is null;

        return x switch
        {
            IEquatable<T> equatable => equatable.Equals(y),
            IComparable<T> comparable => comparable.CompareTo(y) == 0,
            IComparable comparable => comparable.CompareTo(y) == 0,
            IEnumerable items when y is IEnumerable others => AreEqual(items, others),
            _ => (_skipTypeCheck || x.GetType() == y.GetType()) && object.Equals(x, y),
        };
    }

    public int GetHashCode(T obj) => throw new NotSupportedException("This comparer only compares.");

    private bool AreEqual(IEnumerable items, IEnumerable others)
    {
        var left = items.Cast<object?>();
        var right = others.Cast<object?>();
        return _innerComparer is null
            ? left.SequenceEqual(right, new AkkaAssertEqualityComparer<object?>())
            : left.SequenceEqual(right, EqualityComparer<object?>.Create(_innerComparer.Equals));
    }
}
