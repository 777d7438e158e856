#nullable disable annotations // As in Akka.NET.
using System.Globalization;
using System.Numerics;

namespace Akka.Configuration.Hocon;

public partial class HoconValue
{
    /// <summary>The text; null for <c>null</c>, an object or an array.</summary>
    public string GetString()
    {
        if (!IsString())
            return null;
        return Values.Count == 1 ? Values[0].GetString() : string.Concat(Values.Select(v => v.GetString() ?? "null"));
    }

    public bool GetBoolean() => GetString() switch
    {
        "on" or "true" or "yes" => true,
        "off" or "false" or "no" => false,
        _ => throw new NotSupportedException(
            $"Unknown boolean format: {(IsString() ? GetString() : Found())} "
            + "(expected on, off, true, false, yes or no)"),
    };

    public byte GetByte() => Number<byte>(NumberStyles.Integer, "a whole number from 0 to 255");

    public int GetInt() => Number<int>(NumberStyles.Integer, "a whole number of 32 bits");

    public long GetLong() => Number<long>(NumberStyles.Integer, "a whole number of 64 bits");

    public float GetFloat() => Number<float>(NumberStyles.Float | NumberStyles.AllowThousands, "a number");

    public double GetDouble() => Number<double>(NumberStyles.Float | NumberStyles.AllowThousands, "a number");

    public decimal GetDecimal() => Number<decimal>(NumberStyles.Number, "a decimal number");

    /// <summary>A number of bytes, with or without a unit; null for <c>null</c>.</summary>
    public long? GetByteSize()
    {
        var text = GetString();
        if (text is null && IsString())
            return null;
        if (HoconByteSize.TryParse(text, out var bytes))
            return bytes;
        throw Malformed("a size such as 512, 64KiB or 1MB");
    }

    public TimeSpan GetTimeSpan(bool allowInfinite = true)
    {
        if (!HoconDuration.TryParse(GetString(), out var duration))
            throw Malformed("a duration such as 500ms, 10s or 1 hour");
        if (duration == Timeout.InfiniteTimeSpan && !allowInfinite)
            throw Malformed("a finite duration");
        return duration;
    }

    public IList<bool> GetBooleanList() => List(v => v.GetBoolean());

    public IList<byte> GetByteList() => List(v => v.GetByte());

    public IList<int> GetIntList() => List(v => v.GetInt());

    public IList<long> GetLongList() => List(v => v.GetLong());

    public IList<float> GetFloatList() => List(v => v.GetFloat());

    public IList<double> GetDoubleList() => List(v => v.GetDouble());

    public IList<decimal> GetDecimalList() => List(v => v.GetDecimal());

    public IList<string> GetStringList() => List(v => v.GetString());

    private List<T> List<T>(Func<HoconValue, T> convert) => GetArray().Select(convert).ToList();

    private T Number<T>(NumberStyles style, string expected) where T : struct, INumberBase<T>
    {
        var text = GetString();
        if (T.TryParse(text, style, NumberFormatInfo.InvariantInfo, out var number))
            return number;
        if (BigInteger.TryParse(text, style, NumberFormatInfo.InvariantInfo, out _))
            throw new OverflowException(Message(expected));
        throw Malformed(expected);
    }

    private FormatException Malformed(string expected) => new(Message(expected));

    private string Message(string expected)
        => $"{(Position.IsKnown ? $"{Position}: " : "")}expected {expected}, found {Found()}";

    private string Found()
    {
        if (IsString())
            return GetString() is { } text ? $"'{text}'" : "null";
        return IsObject() ? "an object" : IsArray() ? "an array" : "nothing";
    }
}
