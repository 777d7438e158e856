namespace ActorSockets.Server.Examples.Chat;

/// <summary>What people type.</summary>
internal static class ChatText
{
    public const string NameRule = "1 to 20 letters, digits, - and _";

    public static bool IsName(string name) =>
        name.Length is > 0 and <= 20 && name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_');

    /// <summary>The text without control characters: one person's escape codes must not steer the others' terminals.
    /// </summary>
    public static string Printable(string line) =>
        line.Any(IsUnprintable) ? string.Concat(line.Where(c => !IsUnprintable(c))) : line;

    /// <summary>At most three words, the last of which is the rest of the text.</summary>
    public static string[] Words(string text) => text.Split(
        ' ', 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsUnprintable(char c) => char.IsControl(c) && c != '\t';
}
