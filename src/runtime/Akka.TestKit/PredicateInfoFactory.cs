namespace Akka.TestKit;

/// <summary>Turns predicates into <see cref="PredicateInfo"/>s.</summary>
public static class PredicateInfoFactory
{
    public static PredicateInfo CreatePredicateInfo<T>(this Predicate<T> predicateT)
        => PredicateInfo.Create(predicateT);

    public static PredicateInfo CreatePredicateInfo<T>(this Delegate predicateT)
        => PredicateInfo.Create<T>(message => (bool)predicateT.DynamicInvoke(message)!);
}
