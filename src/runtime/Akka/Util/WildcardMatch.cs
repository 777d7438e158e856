namespace Akka.Util;

/// <summary>Patterns in which <c>*</c> stands for any text and <c>?</c> for any one character.</summary>
public static class WildcardMatch
{
    /// <summary>Matches the whole text, in time linear to text times pattern at worst.</summary>
    public static bool Like(this string text, string pattern, bool caseSensitive = false)
    {
        var (t, p) = (0, 0);
        // Where to go on when a guess for the last star was too short.
        var (starPattern, starText) = (-1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (starPattern, starText) = (p++, t);
            }
            else if (p < pattern.Length && Fits(text[t], pattern[p], caseSensitive))
            {
                t++;
                p++;
            }
            else if (starPattern >= 0)
            {
                p = starPattern + 1;
                t = ++starText;
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).TrimStart('*').IsEmpty;
    }

    private static bool Fits(char character, char pattern, bool caseSensitive) =>
        pattern == '?' || pattern == character
        || (!caseSensitive && char.ToUpperInvariant(pattern) == char.ToUpperInvariant(character));
}
