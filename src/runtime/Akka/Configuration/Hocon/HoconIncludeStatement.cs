namespace Akka.Configuration.Hocon;

/// <summary>
/// An include as written: <c>include "x"</c>, <c>include file("x")</c>, <c>include required(file("x"))</c>.
/// </summary>
internal sealed record HoconIncludeStatement(HoconPosition Position, string Name, bool IsRequired)
{
    private const string Keyword = "include";

    /// <summary>A key may be called include too; it is a statement when a name or one of the kinds follows.</summary>
    public static bool IsNext(HoconScanner scanner)
    {
        if (!scanner.Matches(Keyword))
            return false;

        var ahead = Keyword.Length;
        while (scanner.Peek(ahead) is ' ' or '\t')
            ahead++;
        if (scanner.Peek(ahead) == '"')
            return true;
        if (ahead == Keyword.Length)
            return false;
        var start = ahead;
        while (char.IsAsciiLetter(scanner.Peek(ahead)))
            ahead++;
        return ahead > start && scanner.Peek(ahead) == '(';
    }

    public static HoconIncludeStatement Read(HoconScanner scanner)
    {
        var position = scanner.Position;
        scanner.Skip(Keyword.Length);
        scanner.TakeBlanks();
        var isRequired = scanner.TrySkip("required(");
        var name = ReadResource(scanner);
        if (isRequired)
            Close(scanner);
        return new HoconIncludeStatement(position, name, isRequired);
    }

    private static string ReadResource(HoconScanner scanner)
    {
        scanner.TakeBlanks();
        var isFile = scanner.TrySkip("file(");
        scanner.TakeBlanks();
        if (!scanner.Is('"'))
            throw scanner.Expected(isFile ? "a file name in quotes" : "a file name in quotes, file(…) or required(…)");
        var name = HoconStrings.ReadQuoted(scanner);
        if (isFile)
            Close(scanner);
        return name;
    }

    private static void Close(HoconScanner scanner)
    {
        scanner.TakeBlanks();
        if (!scanner.TrySkip(")"))
            throw scanner.Expected("')'");
    }
}
