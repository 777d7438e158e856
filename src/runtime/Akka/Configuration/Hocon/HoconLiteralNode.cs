namespace Akka.Configuration.Hocon;

/// <summary>A text as written; null for the unquoted word <c>null</c>.</summary>
internal sealed class HoconLiteralNode(HoconPosition position, string? text, bool isBlank = false) : HoconNode(position)
{
    public string? Text { get; } = text;

    /// <summary>
    /// Unquoted blanks between two parts: they count between texts, and not between arrays or objects.
    /// </summary>
    public bool IsBlank { get; } = isBlank;
}
