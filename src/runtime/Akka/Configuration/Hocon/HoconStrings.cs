using System.Globalization;
using System.Text;

namespace Akka.Configuration.Hocon;

/// <summary>Reads the three ways to write a text: quoted, triple-quoted and unquoted.</summary>
internal static class HoconStrings
{
    private const string TripleQuote = "\"\"\"";

    public static string ReadQuoted(HoconScanner scanner)
        => scanner.Matches(TripleQuote) ? ReadTripleQuoted(scanner) : ReadSingleQuoted(scanner);

    /// <summary>An unquoted word: no blanks, nothing reserved. In a key a dot ends it too.</summary>
    public static string ReadUnquoted(HoconScanner scanner, bool isKey)
    {
        var word = new StringBuilder();
        while (IsUnquoted(scanner, isKey))
            word.Append(scanner.Take());
        return word.ToString();
    }

    public static bool IsUnquoted(HoconScanner scanner, bool isKey)
    {
        var c = scanner.Current;
        if (scanner.IsAtEnd || char.IsWhiteSpace(c) || c == '\uFEFF' || HoconText.IsReserved(c) || scanner.IsComment)
            return false;
        // A plus is a character like any other, as in the name of a nested .NET type, unless it begins "+=".
        return !(isKey && c == '.') && !(c == '+' && scanner.Peek(1) == '=');
    }

    private static string ReadSingleQuoted(HoconScanner scanner)
    {
        var start = scanner.Position;
        scanner.Take();
        var text = new StringBuilder();
        while (!scanner.Is('"'))
        {
            if (scanner.IsAtEnd || scanner.Current == '\n')
                throw Error(start, "'\"' to close the text that begins here", scanner);
            text.Append(scanner.Current == '\\' ? ReadEscape(scanner) : scanner.Take());
        }

        scanner.Take();
        return text.ToString();
    }

    private static string ReadTripleQuoted(HoconScanner scanner)
    {
        var start = scanner.Position;
        scanner.Skip(TripleQuote.Length);
        var text = new StringBuilder();
        // Quotes beyond three at the end belong to the text.
        while (!scanner.Matches(TripleQuote) || scanner.Peek(TripleQuote.Length) == '"')
        {
            if (scanner.IsAtEnd)
                throw Error(start, "three quotes to close the text that begins here", scanner);
            text.Append(scanner.Take());
        }

        scanner.Skip(TripleQuote.Length);
        return text.ToString();
    }

    private static char ReadEscape(HoconScanner scanner)
    {
        var start = scanner.Position;
        scanner.Take();
        var c = scanner.Current;
        if (c == 'u')
            return ReadUnicodeEscape(scanner, start);

        var index = "\"\\/bfnrt".IndexOf(c, StringComparison.Ordinal);
        if (scanner.IsAtEnd || index < 0)
            throw UnknownEscape(start, "one of \" \\ / b f n r t u after '\\'", scanner);
        scanner.Take();
        return "\"\\/\b\f\n\r\t"[index];
    }

    private static char ReadUnicodeEscape(HoconScanner scanner, HoconPosition start)
    {
        scanner.Take();
        var digits = "";
        while (digits.Length < 4 && char.IsAsciiHexDigit(scanner.Current))
            digits += scanner.Take();
        if (digits.Length < 4)
            throw UnknownEscape(start, "four hexadecimal digits after '\\u'", scanner);
        return (char)int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }

    private static FormatException UnknownEscape(HoconPosition start, string expected, HoconScanner scanner)
    {
        var code = scanner.IsAtEnd ? "" : scanner.Current.ToString();
        return new($"{start}: Unknown escape code: {code}: expected {expected}, found {scanner.Describe()}");
    }

    private static ConfigurationException Error(HoconPosition start, string expected, HoconScanner scanner)
        => HoconScanner.Error(start, $"expected {expected}, found {scanner.Describe()}");
}
