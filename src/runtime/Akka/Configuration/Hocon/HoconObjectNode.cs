namespace Akka.Configuration.Hocon;

/// <summary>An object as written: each key with all the values that were assigned to it.</summary>
internal sealed class HoconObjectNode(HoconPosition position) : HoconNode(position)
{
    public Dictionary<string, HoconField> Fields { get; } = [];

    public HoconField Field(string key)
        => Fields.TryGetValue(key, out var field) ? field : Fields[key] = new HoconField();
}
