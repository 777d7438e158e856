using System.Text.RegularExpressions;

namespace Akka.Hosting.Configuration;

/// <summary>Takes paths of keys apart: dots part the keys, unless they stand in quotes.</summary>
internal static partial class HoconKeys
{
    public static IEnumerable<string> Split(string path)
        => Key().Matches(path).Select(match => match.Groups["quoted"].Success
            ? match.Groups["quoted"].Value
            : match.Value);

    /// <summary>
    /// As <see cref="Split"/>, with dashes for the underscores that the names of variables have instead.
    /// </summary>
    public static IEnumerable<string> SplitVariable(string path)
        => Key().Matches(path).Select(match => match.Groups["quoted"].Success
            ? match.Groups["quoted"].Value
            : match.Value.Replace('_', '-'));

    [GeneratedRegex("\"(?<quoted>[^\"]*)\"|[^.\"]+")]
    private static partial Regex Key();
}
