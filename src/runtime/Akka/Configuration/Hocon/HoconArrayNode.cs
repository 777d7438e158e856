namespace Akka.Configuration.Hocon;

/// <summary>An array as written.</summary>
internal sealed class HoconArrayNode(HoconPosition position) : HoconNode(position)
{
    public List<HoconNode> Items { get; } = [];
}
