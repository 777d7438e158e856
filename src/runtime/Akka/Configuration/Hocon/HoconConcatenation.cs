namespace Akka.Configuration.Hocon;

/// <summary>Joins the parts of one value, which must be of one kind: texts, arrays or objects.</summary>
internal sealed class HoconConcatenation(HoconPosition position)
{
    private const string Texts = "a text";
    private const string Arrays = "an array";
    private const string Objects = "an object";

    private readonly List<(HoconNode Node, HoconValue Value)> _parts = [];

    public void Add(HoconNode node, HoconValue value) => _parts.Add((node, value));

    /// <summary>The whole; nothing when every part but the blanks between them turned out to be undefined.</summary>
    public HoconValue? Combine()
    {
        var first = _parts.FindIndex(p => !IsBlank(p.Node));
        if (first < 0)
            return null;

        var kind = Kind(_parts[first].Value);
        var odd = _parts.Find(p => !IsBlank(p.Node) && Kind(p.Value) != kind);
        if (odd.Node is not null)
            throw HoconScanner.Error(odd.Node.Position,
                $"the parts of a value must be of one kind: expected {kind}, found {Kind(odd.Value)}");

        var last = _parts.FindLastIndex(p => !IsBlank(p.Node));
        return first == last ? _parts[first].Value : Combine(kind, _parts.GetRange(first, last - first + 1));
    }

    private HoconValue Combine(string kind, List<(HoconNode Node, HoconValue Value)> parts)
    {
        // Blanks stand between texts as part of the whole; between arrays or objects they mean nothing.
        if (kind == Texts)
            return new HoconValue([.. parts.SelectMany(p => p.Value.Values)]) { Position = position };

        var values = parts.Where(p => !IsBlank(p.Node)).Select(p => p.Value);
        if (kind == Objects)
            return HoconMerge.Layers([.. values.Reverse()]);

        var array = new HoconArray();
        array.AddRange(values.SelectMany(v => v.GetArray()));
        return HoconValue.Of(array, position);
    }

    private static string Kind(HoconValue value) => value.IsObject() ? Objects : value.IsArray() ? Arrays : Texts;

    private static bool IsBlank(HoconNode node) => node is HoconLiteralNode { IsBlank: true };
}
