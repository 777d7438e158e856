namespace Akka.Configuration.Hocon;

/// <summary>Parts a number from the unit that follows it.</summary>
internal static class HoconUnits
{
    public static (string Number, string Unit) Split(string text)
    {
        var trimmed = text.Trim();
        var end = trimmed.Length;
        while (end > 0 && char.IsLetter(trimmed[end - 1]))
            end--;
        return (trimmed[..end].TrimEnd(), trimmed[end..]);
    }
}
