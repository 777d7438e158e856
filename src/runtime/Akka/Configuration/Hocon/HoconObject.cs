#nullable disable annotations // As in Akka.NET.
using System.Text;

namespace Akka.Configuration.Hocon;

/// <summary>A HOCON object: keys in the order of their first appearance, and their values.</summary>
/// <remarks>To ask for a kind that this is not is a NotImplementedException in Akka.NET, too.</remarks>
public class HoconObject : IHoconElement
{
    public Dictionary<string, HoconValue> Items { get; } = [];

    /// <summary>The items with nested objects as dictionaries of the same kind.</summary>
    public IDictionary<string, object> Unwrapped
        => Items.ToDictionary(i => i.Key, i => i.Value.GetObject() is { } o ? (object)o.Unwrapped : i.Value);

    public bool IsString() => false;

    public string GetString()
        => throw new NotImplementedException("This element is an object and not a string.");

    public bool IsArray() => false;

    public IList<HoconValue> GetArray()
        => throw new NotImplementedException("This element is an object and not an array.");

    public HoconValue GetKey(string key) => Items.GetValueOrDefault(key);

    public HoconValue GetOrCreateKey(string key)
    {
        if (Items.TryGetValue(key, out var value))
            return value;
        return Items[key] = new HoconValue();
    }

    /// <summary>Adds another object's items to this one; where both have a value, the other's wins.</summary>
    public void Merge(HoconObject other)
    {
        foreach (var (key, value) in other.Items)
            Items[key] = Items.TryGetValue(key, out var present) ? HoconMerge.Overlay(value, present) : value;
    }

    public override string ToString() => ToString(0);

    public string ToString(int indent)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in Items)
            text.Append(' ', indent * 2).Append(HoconText.Key(key)).Append(" : ")
                .Append(value.ToNestedString(indent)).Append("\r\n");
        return text.ToString();
    }
}
