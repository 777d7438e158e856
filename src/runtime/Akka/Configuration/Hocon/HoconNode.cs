namespace Akka.Configuration.Hocon;

/// <summary>A piece of a document as it was written, its substitutions not yet resolved.</summary>
internal abstract class HoconNode(HoconPosition position)
{
    public HoconPosition Position { get; } = position;
}
