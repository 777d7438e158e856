namespace Akka.Configuration.Hocon;

/// <summary>One assignment to a key: <c>=</c>, or <c>+=</c> when it appends.</summary>
internal sealed class HoconDefinition(HoconNode node, bool appends)
{
    public HoconNode Node { get; } = node;

    public bool Appends { get; } = appends;

    /// <summary>How deep in the resolver's work this definition is being evaluated; zero when it is not.</summary>
    public int Depth { get; set; }
}
