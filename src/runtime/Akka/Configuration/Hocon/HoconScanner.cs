namespace Akka.Configuration.Hocon;

/// <summary>
/// Walks a text character by character, knows the place, and says what stands there when it is not expected.
/// </summary>
internal sealed class HoconScanner(string text, string? file)
{
    private const string UnknownTokens = ",$^?!@*&`\\";

    // An editor's byte order mark is not part of the text.
    private int _at = text.StartsWith('\uFEFF') ? 1 : 0;
    private int _line = 1;
    private int _column = 1;

    public bool IsAtEnd => _at >= text.Length;

    public char Current => IsAtEnd ? '\0' : text[_at];

    public HoconPosition Position => new(file, _line, _column);

    public bool Is(char c) => !IsAtEnd && text[_at] == c;

    public bool Matches(string expected) => string.CompareOrdinal(text, _at, expected, 0, expected.Length) == 0;

    public char Peek(int ahead) => _at + ahead < text.Length ? text[_at + ahead] : '\0';

    public char Take()
    {
        var c = text[_at++];
        _column++;
        if (c == '\n')
        {
            _line++;
            _column = 1;
        }

        return c;
    }

    public void Skip(int count)
    {
        for (var i = 0; i < count; i++)
            Take();
    }

    public bool TrySkip(string expected)
    {
        if (!Matches(expected))
            return false;
        Skip(expected.Length);
        return true;
    }

    public bool IsComment => Is('#') || Matches("//");

    /// <summary>Skips blanks on this line, and returns them.</summary>
    public string TakeBlanks()
    {
        var start = _at;
        while (!IsAtEnd && Current != '\n' && IsBlank(Current))
            Take();
        return text[start.._at];
    }

    /// <summary>Skips blanks, comments and line ends; says whether a line ended.</summary>
    public bool SkipLines()
    {
        var line = _line;
        while (!IsAtEnd && (IsBlank(Current) || IsComment))
        {
            if (IsComment)
                SkipToEndOfLine();
            else
                Take();
        }

        return _line != line;
    }

    public Exception Expected(string what) => Expected(Position, what, Describe());

    /// <summary>
    /// The types are those of Akka.NET's tokenizer: a sign that nothing begins with is a <see cref="FormatException"/>.
    /// </summary>
    public Exception Expected(HoconPosition position, string what, string found)
    {
        var text = $"{position}: expected {what}, found {found}";
        return !IsAtEnd && UnknownTokens.Contains(Current, StringComparison.Ordinal)
            ? new FormatException(text)
            : new ConfigurationException(text);
    }

    public static ConfigurationException Error(HoconPosition position, string problem) => new($"{position}: {problem}");

    public string Describe()
    {
        if (IsAtEnd)
            return "the end of the text";
        return Current switch
        {
            '\n' or '\r' => "the end of the line",
            _ when IsComment => "a comment",
            _ => $"'{Current}'",
        };
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c == '\uFEFF';

    private void SkipToEndOfLine()
    {
        while (!IsAtEnd && Current != '\n')
            Take();
    }
}
