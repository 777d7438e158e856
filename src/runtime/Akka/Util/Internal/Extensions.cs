namespace Akka.Util.Internal;

/// <summary>Small helpers for collections and texts.</summary>
public static class Extensions
{
    public static T AsInstanceOf<T>(this object self) => (T)self;

    public static string BetweenDoubleQuotes(this string self) => $"\"{self}\"";

    public static string Join(this IEnumerable<string> self, string separator) => string.Join(separator, self);

    public static IEnumerable<T> Concat<T>(this IEnumerable<T>? enumerable, T item) =>
        enumerable is null ? [item] : enumerable.Append(item);

    public static IEnumerable<T> Drop<T>(this IEnumerable<T> self, int count) => self.Skip(count);

    public static IEnumerable<T> TakeRight<T>(this IEnumerable<T> self, int n) => self.TakeLast(n);

    public static T? Head<T>(this IEnumerable<T> self) => self.FirstOrDefault();

    public static void ForEach<T>(this IEnumerable<T> source, Action<T> action)
    {
        foreach (var item in source)
        {
            action(item);
        }
    }

    public static TimeSpan Max(this TimeSpan @this, TimeSpan other) => @this > other ? @this : other;

    public static TimeSpan Min(this TimeSpan @this, TimeSpan other) => @this < other ? @this : other;

    public static TValue GetOrElse<TKey, TValue>(this IDictionary<TKey, TValue> hash, TKey key, TValue elseValue) =>
        hash.TryGetValue(key, out var value) ? value : elseValue;

    public static void AddOrSet<TKey, TValue>(this IDictionary<TKey, TValue> hash, TKey key, TValue value) =>
        hash[key] = value;

    public static IDictionary<TKey, TValue> AddAndReturn<TKey, TValue>(
        this IDictionary<TKey, TValue> hash,
        TKey key,
        TValue value)
    {
        hash[key] = value;
        return hash;
    }

    /// <summary>Splits at dots, save those between double quotes; the quotes go.</summary>
    public static IEnumerable<string> SplitDottedPathHonouringQuotes(this string path)
    {
        for (var start = 0; start < path.Length;)
        {
            var isQuoted = path[start] == '"';
            var from = isQuoted ? start + 1 : start;
            var to = path.IndexOf(isQuoted ? '"' : '.', from);
            yield return to < 0 && !isQuoted ? path[from..] : path[from..to];
            start = to < 0 ? path.Length : isQuoted ? to + 2 : to + 1;
        }
    }
}
