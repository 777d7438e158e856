namespace Akka.Configuration.Hocon;

/// <summary>A place in a text, counted from one; the file is unknown for a text that did not come from one.</summary>
internal readonly record struct HoconPosition(string? File, int Line, int Column)
{
    public bool IsKnown => Line > 0;

    public override string ToString()
    {
        var place = $"line {Line}, column {Column}";
        return File is null ? place : $"{File}, {place}";
    }
}
