#nullable disable annotations // As in Akka.NET.
namespace Akka.Configuration.Hocon;

/// <summary>
/// A value of a configuration: the elements whose concatenation it is. A parsed value is never changed again; the
/// members that change one are for values made by hand.
/// </summary>
public partial class HoconValue : IMightBeAHoconObject
{
    public HoconValue() : this([])
    {
    }

    public HoconValue(List<IHoconElement> values, bool adoptedFromFallback = true) => Values = values;

    public List<IHoconElement> Values { get; }

    public bool IsEmpty => Values.Count == 0 || (GetObject() is { } o && o.Items.Count == 0);

    /// <summary>Where the value stands in its text; unknown for a value made by hand.</summary>
    internal HoconPosition Position { get; init; }

    /// <summary>
    /// Whether what an object was merged onto was not an object: no fallback may complete it then, or the outcome would
    /// depend on the order in which a chain of fallbacks is put together.
    /// </summary>
    internal bool HidesFallback { get; private init; }

    internal static HoconValue Of(IHoconElement element, HoconPosition position = default)
        => new([element]) { Position = position };

    internal HoconValue HidingFallback() => new(Values) { Position = Position, HidesFallback = true };

    internal HoconValue With(HoconObject merged, bool hidesFallback)
        => new([merged]) { Position = Position, HidesFallback = hidesFallback };

    public void AppendValue(IHoconElement value) => Values.Add(value);

    public void Clear() => Values.Clear();

    public void NewValue(IHoconElement value)
    {
        Values.Clear();
        Values.Add(value);
    }

    public bool IsString() => Values.Count > 0 && Values.TrueForAll(v => v.IsString());

    public bool IsArray() => Values.Exists(v => v.IsArray());

    public bool IsObject() => GetObject() is not null;

    public HoconObject GetObject() => Values.Count == 0 ? null : Values[0] switch
    {
        HoconObject o => o,
        IMightBeAHoconObject other when other.IsObject() => other.GetObject(),
        _ => null,
    };

    public HoconValue GetChildObject(string key) => GetObject()?.GetKey(key);

    public IList<HoconValue> GetArray() => Values.Where(v => v.IsArray()).SelectMany(v => v.GetArray()).ToList();

    public Config ToConfig() => new(new HoconRoot(this));

    public Config AtKey(string key)
    {
        var parent = new HoconObject();
        parent.Items[key] = this;
        return new Config(new HoconRoot(Of(parent)));
    }

    public override string ToString() => ToString(0);

    /// <summary>The value as HOCON; an object at the outermost level, 0, without its braces.</summary>
    public virtual string ToString(int indent)
        => indent == 0 && GetObject() is { } o ? o.ToString(1) : ToNestedString(indent);

    internal string ToNestedString(int indent)
    {
        if (IsString())
            return HoconText.Value(GetString());
        if (GetObject() is { } o)
            return $"{{\r\n{o.ToString(indent + 1)}{new string(' ', indent * 2)}}}";
        return IsArray()
            ? $"[{string.Join(",", GetArray().Select(v => v.ToNestedString(indent + 1)))}]"
            : HoconText.Value(null);
    }
}
