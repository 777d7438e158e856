using System.Globalization;
using System.Net;
using System.Text;
using Akka.Configuration;
using Akka.Configuration.Hocon;

namespace ActorSockets.Configuration;

/// <summary>Reads the values of a section, and where it has none those of its defaults. Every error names the full path
/// of the key at fault, its value, and what the key needs.</summary>
/// <param name="config">The whole configuration, <c>reference.conf</c> included.</param>
/// <param name="path">The section.</param>
/// <param name="defaults">The section that has every key.</param>
internal sealed class Section(Config config, string path, string defaults)
{
    public string PathOf(string key) => config.HasPath($"{path}.{key}") ? $"{path}.{key}" : $"{defaults}.{key}";

    public string Text(string key) => Value(key).IsString() ? Value(key).GetString() ?? "" : throw Wrong(key, "text");

    public IReadOnlyList<string> Texts(string key) => Value(key).IsArray()
        ? [.. Value(key).GetStringList()]
        : throw Wrong(key, "a list of texts such as [one, two]");

    public int Count(string key, int min) =>
        int.TryParse(Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= min
            ? count
            : throw Wrong(key, $"a whole number, at least {min}");

    public bool Switch(string key) => Text(key) switch
    {
        "on" or "true" or "yes" => true,
        "off" or "false" or "no" => false,
        _ => throw Wrong(key, "on or off"),
    };

    public int Bytes(string key)
    {
        const string expected = "a size in bytes such as 512, 64KiB or 1MiB";
        var size = Parse(key, value => value.GetByteSize() ?? 0, expected);
        return size is > 0 and <= int.MaxValue ? (int)size : throw Wrong(key, expected);
    }

    public TimeSpan Duration(string key)
    {
        const string expected = "a duration such as 500ms, 10s or 2m";
        var duration = Parse(key, value => value.GetTimeSpan(allowInfinite: false), expected);
        return duration > TimeSpan.Zero ? duration : throw Wrong(key, expected);
    }

    public T OneOf<T>(string key, params (string Word, T Meaning)[] choices)
    {
        var text = Text(key);
        foreach (var (word, meaning) in choices)
        {
            if (word == text)
                return meaning;
        }

        throw Wrong(key, string.Join(" or ", choices.Select(choice => choice.Word)));
    }

    public Encoding Encoding(string key)
    {
        const string expected = "the name of an encoding such as utf-8 or iso-8859-1";
        var encoding = Parse(key, value => System.Text.Encoding.GetEncoding(value.GetString()), expected);
        // GetEncoding's UTF-8 is the one that writes a byte order mark when it is asked for a preamble: same text.
        return encoding.WebName == "utf-8" ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) : encoding;
    }

    public UnixFileMode FileMode(string key)
    {
        const string expected = "a file mode of three octal digits such as 600 or 660";
        var text = Text(key);
        return text.Length == 3 && text.All(c => c is >= '0' and <= '7')
            ? (UnixFileMode)Convert.ToInt32(text, 8)
            : throw Wrong(key, expected);
    }

    public EndPoint EndPoint(string key) => EndPoints.TryParse(Text(key)) ?? throw Wrong(key, EndPoints.Expected);

    public ConfigurationException Wrong(string key, string expected, Exception? cause = null)
    {
        var value = Value(key);
        var shown = !value.IsString() ? "{ ... }" : value.GetString() is { Length: > 0 } text ? text : "\"\"";
        return new ConfigurationException($"{PathOf(key)} = {shown} is not {expected}.", cause);
    }

    private T Parse<T>(string key, Func<HoconValue, T> parse, string expected)
    {
        Text(key);
        try
        {
            return parse(Value(key));
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException or ArgumentException)
        {
            throw Wrong(key, expected, wrong);
        }
    }

    private HoconValue Value(string key) => config.GetValue(PathOf(key));
}
