using System.Globalization;
using System.Text;

namespace Akka.Configuration.Hocon;

/// <summary>Which characters HOCON reserves, and how a text is written so that it parses as itself again.</summary>
internal static class HoconText
{
    private const string Reserved = "$\"{}[]:=,#`^?!@*&\\";

    public static bool IsReserved(char c) => Reserved.Contains(c, StringComparison.Ordinal);

    public static string Value(string? text)
    {
        if (text is null)
            return "null";
        var isPlain = text.Length > 0 && text != "null" && text.All(IsPlainInValue)
                      && !text.Contains("//", StringComparison.Ordinal);
        return isPlain ? text : Quote(text);
    }

    public static string Key(string key)
        => key != "include" && key.Length > 0 && key.All(IsPlainInKey) ? key : Quote(key);

    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        foreach (var c in text)
            quoted.Append(Escape(c));
        return quoted.Append('"').ToString();
    }

    private static bool IsPlainInKey(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';

    private static bool IsPlainInValue(char c) => IsPlainInKey(c) || c is '.' or '/';

    private static string Escape(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => @"\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ when char.IsControl(c) => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
        _ => c.ToString(),
    };
}
