using System.Text;

namespace Akka.Configuration.Hocon;

/// <summary>
/// Reads a text into an object, by recursive descent. Whatever does not fit HOCON's grammar is refused with its place.
/// </summary>
internal sealed class HoconReader(string text, HoconIncludes includes, string[] scope)
{
    /// <summary>Deeper documents are refused: each level takes a part of the thread's stack.</summary>
    private const int MaxDepth = 256;

    private readonly HoconScanner _in = new(text, includes.File);
    private int _depth;

    /// <summary>Reads the whole text: an object, with or without its braces.</summary>
    public void ReadInto(HoconObjectNode target)
    {
        _in.SkipLines();
        if (_in.Is('['))
            throw _in.Expected("an object");

        if (_in.Is('{'))
            ReadBraces(target, scope);
        else
            ReadFields(target, scope, null);

        _in.SkipLines();
        if (!_in.IsAtEnd)
            throw _in.Expected("the end of the text");
    }

    private void ReadBraces(HoconObjectNode target, string[] path)
    {
        var opened = _in.Position;
        Enter(opened);
        _in.Take();
        ReadFields(target, path, opened);
        _in.Take();
        _depth--;
    }

    /// <summary>Reads fields up to, and not including, the closing brace; without an opened one, to the end.</summary>
    private void ReadFields(HoconObjectNode target, string[] path, HoconPosition? opened)
    {
        while (true)
        {
            _in.SkipLines();
            if (_in.IsAtEnd && opened is null)
                return;
            if (_in.IsAtEnd)
                throw _in.Expected($"'}}' for the '{{' at {opened}");
            if (_in.Is('}'))
            {
                if (opened is null)
                    throw _in.Expected("a key or the end of the text, since no '{' is open");
                return;
            }

            var isBlock = ReadField(target, path);
            if (!isBlock || !IsKeyNext)
                ReadSeparator('}', opened is null ? "',' or a new line" : "',', a new line or '}'");
        }
    }

    /// <summary>
    /// Between two fields or items stand a comma or a new line; neither is needed before the closing sign.
    /// </summary>
    private void ReadSeparator(char closing, string expected)
    {
        var lineEnded = _in.SkipLines();
        if (_in.Is(','))
            _in.Take();
        else if (!lineEnded && !_in.IsAtEnd && !_in.Is(closing))
            throw _in.Expected(expected);
    }

    /// <summary>
    /// True for a block, <c>key { }</c>: as in Akka.NET, another field may follow it on the same line. After
    /// <c>key = { }</c> the line goes on with the value.
    /// </summary>
    private bool ReadField(HoconObjectNode target, string[] path)
    {
        if (HoconIncludeStatement.IsNext(_in))
        {
            includes.Include(HoconIncludeStatement.Read(_in), target, path);
            return false;
        }

        var keys = ReadKeys("a key");
        var afterKey = _in.Position;
        var found = _in.Describe();
        _in.SkipLines();
        var appends = _in.TrySkip("+=");
        var isBlock = !appends && _in.Is('{');
        if (!appends && (_in.Is('=') || _in.Is(':')))
            _in.Take();
        else if (!appends && !isBlock)
            throw _in.Expected(afterKey, $"'=', ':', '+=' or '{{' after the key {HoconPath.Join(keys)}", found);

        string[] fieldPath = [.. path, .. keys];
        _in.SkipLines();
        Field(target, keys).Add(ReadValue(fieldPath, $"a value for {HoconPath.Join(fieldPath)}", isBlock), appends);
        return isBlock;
    }

    private bool IsKeyNext => _in.Is('"') || HoconStrings.IsUnquoted(_in, isKey: true);

    /// <summary>The field that a path of keys names; each key but the last is assigned an object of its own.</summary>
    private HoconField Field(HoconObjectNode target, List<string> keys)
    {
        for (var i = 0; i < keys.Count - 1; i++)
        {
            var child = new HoconObjectNode(_in.Position);
            target.Field(keys[i]).Add(child);
            target = child;
        }

        return target.Field(keys[^1]);
    }

    private List<string> ReadKeys(string expected)
    {
        var keys = new List<string> { ReadKey(expected) };
        while (_in.Is('.'))
        {
            _in.Take();
            keys.Add(ReadKey($"a key after '{HoconPath.Join(keys)}.'"));
            if (keys.Count > MaxDepth)
                throw _in.Expected($"a path of at most {MaxDepth} keys");
        }

        return keys;
    }

    /// <summary>One key: words and quoted texts, the blanks between them included.</summary>
    private string ReadKey(string expected)
    {
        var key = new StringBuilder();
        var blanks = _in.TakeBlanks();
        var isEmpty = true;
        while (IsKeyNext)
        {
            if (!isEmpty)
                key.Append(blanks);
            key.Append(_in.Is('"') ? HoconStrings.ReadQuoted(_in) : HoconStrings.ReadUnquoted(_in, isKey: true));
            isEmpty = false;
            blanks = _in.TakeBlanks();
        }

        return isEmpty ? throw _in.Expected(expected) : key.ToString();
    }

    private HoconNode ReadValue(string[] path, string expected, bool isBlock = false)
    {
        var start = _in.Position;
        var parts = new List<HoconNode>();
        var beforeBlanks = start;
        var blanks = "";
        while ((parts.Count == 0 || !isBlock || !IsKeyNext) && ReadPart(path) is { } part)
        {
            if (parts.Count > 0 && blanks.Length > 0)
                parts.Add(new HoconLiteralNode(beforeBlanks, blanks, isBlank: true));
            parts.Add(part);
            beforeBlanks = _in.Position;
            blanks = _in.TakeBlanks();
        }

        return parts.Count switch
        {
            0 => throw _in.Expected(expected),
            1 => parts[0],
            _ when parts.TrueForAll(p => p is HoconLiteralNode) => Text(start, parts),
            _ => new HoconConcatenationNode(start, parts),
        };
    }

    private static HoconLiteralNode Text(HoconPosition start, List<HoconNode> parts)
        => new(start, string.Concat(parts.Cast<HoconLiteralNode>().Select(p => p.Text ?? "null")));

    private HoconNode? ReadPart(string[] path)
    {
        var start = _in.Position;
        switch (_in.Current)
        {
            case '{':
                var node = new HoconObjectNode(start);
                ReadBraces(node, path);
                return node;
            case '[':
                return ReadArray();
            case '"':
                return new HoconLiteralNode(start, HoconStrings.ReadQuoted(_in));
            case '$' when _in.Matches("${"):
                return ReadSubstitution();
            default:
                var word = HoconStrings.ReadUnquoted(_in, isKey: false);
                return word.Length == 0 ? null : new HoconLiteralNode(start, word == "null" ? null : word);
        }
    }

    private HoconArrayNode ReadArray()
    {
        var array = new HoconArrayNode(_in.Position);
        Enter(array.Position);
        _in.Take();
        _in.SkipLines();
        while (!_in.Is(']'))
        {
            if (_in.IsAtEnd)
                throw _in.Expected($"']' for the '[' at {array.Position}");
            // An item has no path: what is included inside looks its substitutions up at the root.
            array.Items.Add(ReadValue([], "a value or ']'"));
            ReadSeparator(']', "',', a new line or ']'");
            _in.SkipLines();
        }

        _in.Take();
        _depth--;
        return array;
    }

    private HoconSubstitutionNode ReadSubstitution()
    {
        var start = _in.Position;
        _in.Skip(2);
        var isOptional = _in.TrySkip("?");
        var keys = ReadKeys("the path of a substitution");
        if (!_in.TrySkip("}"))
            throw _in.Expected($"'}}' for the '${{' at {start}");
        return new HoconSubstitutionNode(start, [.. keys], isOptional, scope);
    }

    private void Enter(HoconPosition position)
    {
        if (++_depth > MaxDepth)
            throw HoconScanner.Error(position, $"objects and arrays nest deeper than {MaxDepth} levels");
    }
}
