using Akka.Configuration.Hocon;
using FsCheck;
using FsCheck.Fluent;

namespace Akka.Tests.Configuration;

/// <summary>Arbitrary configurations, as text and as values, for property tests.</summary>
internal static class HoconGenerators
{
    private static readonly Gen<string> Keys = Gen.Frequency(
        (6, Gen.Elements("a", "b", "c", "d-e", "f_1")),
        (1, Gen.Elements("with space", "with.dot", "include", "\"quoted\"", "3", "é", "", "#", "null")));

    private static readonly Gen<string?> Texts = Gen.OneOf(
        Gen.Elements<string?>(
            "on", "5s", "1 2 3", "", " ", " padded ", "null", "//", "a//b", "${x}", "\u0001", "+=", null),
        ArbMap.Default.GeneratorFor<string>().Select(t => (string?)t));

    public static Arbitrary<HoconObject> Objects { get; } =
        Gen.Sized(size => ObjectOf(Math.Min(size, 30))).ToArbitrary();

    /// <summary>Texts out of HOCON's own words, most of them malformed.</summary>
    public static Gen<string> Words { get; } = Gen.Elements(
        "a", "b", "a.b", "c", " ", "\n", "=", ":", "+=", ",", "{", "}", "[", "]", "\"", "\"\"\"", "\"x\"", "${", "${?",
        "${a}", "${?b}", "${a.b}", ".", "#", "//", "\\", "\\u12", "include", "include \"x\"", "file(", "required(", ")",
        "null", "1", "1s", "$", "?", "\t", "\r\n", "é", "\0").ListOf().Select(string.Concat);

    private static Gen<HoconObject> ObjectOf(int size)
        => UpTo(4, Gen.Zip(Keys, ValueOf(size / 3))).Select(ToObject);

    private static HoconObject ToObject(List<(string Key, HoconValue Value)> fields)
    {
        var result = new HoconObject();
        foreach (var (key, value) in fields)
            result.Items[key] = value;
        return result;
    }

    private static Gen<HoconValue> ValueOf(int size)
    {
        var literal = Texts.Select(t => Value(new HoconLiteral { Value = t! }));
        return size == 0
            ? literal
            : Gen.Frequency(
                (3, literal),
                (2, ObjectOf(size).Select(o => Value(o))),
                (1, UpTo(3, ValueOf(size / 3)).Select(items => Value(ToArray(items)))));
    }

    private static Gen<List<T>> UpTo<T>(int count, Gen<T> item) => Gen.Choose(0, count).SelectMany(n => item.ListOf(n));

    private static HoconArray ToArray(List<HoconValue> items)
    {
        var array = new HoconArray();
        array.AddRange(items);
        return array;
    }

    private static HoconValue Value(IHoconElement element) => new([element]);
}
