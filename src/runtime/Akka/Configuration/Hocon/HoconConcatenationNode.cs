namespace Akka.Configuration.Hocon;

/// <summary>Parts written one after another on a line, at least one of them not a literal.</summary>
internal sealed class HoconConcatenationNode(HoconPosition position, List<HoconNode> parts) : HoconNode(position)
{
    public List<HoconNode> Parts { get; } = parts;
}
