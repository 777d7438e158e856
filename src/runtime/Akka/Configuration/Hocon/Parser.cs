#nullable disable annotations // As in Akka.NET.
namespace Akka.Configuration.Hocon;

/// <summary>
/// Parses HOCON. Stricter than Akka.NET's: whatever is malformed is refused, with its line and column.
/// </summary>
public class Parser
{
    private Parser()
    {
    }

    public static HoconRoot Parse(string text, Func<string, HoconRoot> includeCallback)
    {
        ArgumentNullException.ThrowIfNull(text);
        var document = new HoconObjectNode(new HoconPosition(null, 1, 1));
        new HoconReader(text, new HoconIncludes(includeCallback), []).ReadInto(document);
        return new HoconResolver(document).Resolve();
    }
}
