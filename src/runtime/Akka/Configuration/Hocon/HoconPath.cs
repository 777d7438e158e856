using System.Text;

namespace Akka.Configuration.Hocon;

/// <summary>Paths of keys: parted by dots, unless a dot stands in quotes.</summary>
internal static class HoconPath
{
    public static string[] Split(string path)
        => path.Contains('"', StringComparison.Ordinal) ? SplitQuoted(path) : path.Split('.');

    public static string Join(IEnumerable<string> keys) => string.Join('.', keys.Select(HoconText.Key));

    private static string[] SplitQuoted(string path)
    {
        var keys = new List<string>();
        var key = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < path.Length; i++)
        {
            var c = path[i];
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (quoted && c == '\\' && i + 1 < path.Length && path[i + 1] is '"' or '\\')
            {
                key.Append(path[++i]);
            }
            else if (c == '.' && !quoted)
            {
                keys.Add(key.ToString());
                key.Clear();
            }
            else
            {
                key.Append(c);
            }
        }

        keys.Add(key.ToString());
        return [.. keys];
    }
}
