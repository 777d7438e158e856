namespace Akka.Configuration.Hocon;

/// <summary>
/// A key's assignments in the order of the text, and what the resolver found them to mean: the value of the first
/// <c>n</c> of them is what <c>${key}</c> stands for inside assignment <c>n</c>.
/// </summary>
internal sealed class HoconField
{
    private readonly Dictionary<int, HoconValue?> _known = [];

    public List<HoconDefinition> Definitions { get; } = [];

    public void Add(HoconNode node, bool appends = false) => Definitions.Add(new HoconDefinition(node, appends));

    public bool IsKnown(int count, out HoconValue? value) => _known.TryGetValue(count, out value);

    public void Remember(int count, HoconValue? value) => _known[count] = value;
}
