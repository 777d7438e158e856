namespace Akka.Util;

/// <summary>One of two values.</summary>
public abstract class Either<TA, TB>
{
    protected Either(TA? left, TB? right)
    {
        Left = left;
        Right = right;
    }

    public abstract bool IsLeft { get; }

    public abstract bool IsRight { get; }

    public object? Value => IsLeft ? Left : Right;

    protected TA? Left { get; }

    protected TB? Right { get; }

    public TRes Fold<TRes>(Func<TA, TRes> left, Func<TB, TRes> right) => IsLeft ? left(Left!) : right(Right!);

    public Either<TRes1, TRes2> Map<TRes1, TRes2>(Func<TA, TRes1> map1, Func<TB, TRes2> map2) =>
        IsLeft ? new Left<TRes1, TRes2>(map1(Left!)) : new Right<TRes1, TRes2>(map2(Right!));

    public Either<TRes, TB> MapLeft<TRes>(Func<TA, TRes> map) => Map(map, right => right);

    public Either<TA, TRes> MapRight<TRes>(Func<TB, TRes> map) => Map(left => left, map);

    public Left<TA, TB> ToLeft() => new(Left!);

    public Right<TA, TB> ToRight() => new(Right!);

    public static implicit operator Either<TA, TB>(Left<TA> left) => new Left<TA, TB>(left.Value);

    public static implicit operator Either<TA, TB>(Right<TB> right) => new Right<TA, TB>(right.Value);
}
