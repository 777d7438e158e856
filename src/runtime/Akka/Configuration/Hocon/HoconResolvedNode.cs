namespace Akka.Configuration.Hocon;

/// <summary>A value that an include callback handed over, already parsed and resolved.</summary>
internal sealed class HoconResolvedNode(HoconPosition position, HoconValue value) : HoconNode(position)
{
    public HoconValue Value { get; } = value;
}
