using Akka.Configuration;

namespace ActorSockets.Server;

/// <summary>A setting of the command line, <c>key=value</c>.</summary>
internal static class Setting
{
    /// <exception cref="ConfigurationException">It has no key, or its value is no HOCON.</exception>
    public static Config Parse(string setting)
    {
        var equals = setting.IndexOf('=', StringComparison.Ordinal);
        var key = equals < 0 ? "" : setting[..equals].Trim();
        if (key.Length == 0)
            throw new ConfigurationException($"--set {setting}: expected KEY=VALUE.");

        return ConfigurationSource.Parse($"{key} = {Value(setting[(equals + 1)..].Trim())}", $"--set {setting}");
    }

    // Objects, lists, quoted texts and references are HOCON already. All else is a plain value, and as one it may hold
    // what HOCON wants quoted: an address has a colon, which a shell's user would have to quote twice.
    private static string Value(string text) =>
        text is ['{' or '[' or '"', ..] or ['$', '{', ..] ? text : Quoted(text);

    private static string Quoted(string text)
    {
        var escaped = text
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal);
        return $"\"{escaped}\"";
    }
}
