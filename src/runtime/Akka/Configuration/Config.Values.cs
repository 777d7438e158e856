#nullable disable annotations // As in Akka.NET: callers use what GetConfig and GetString return without a null check.
using Akka.Configuration.Hocon;

namespace Akka.Configuration;

public partial class Config
{
    public virtual bool GetBoolean(string path, bool @default = false) => Read(path, v => v.GetBoolean(), @default);

    public virtual int GetInt(string path, int @default = 0) => Read(path, v => v.GetInt(), @default);

    public virtual long GetLong(string path, long @default = 0) => Read(path, v => v.GetLong(), @default);

    public virtual float GetFloat(string path, float @default = 0) => Read(path, v => v.GetFloat(), @default);

    public virtual double GetDouble(string path, double @default = 0) => Read(path, v => v.GetDouble(), @default);

    public virtual decimal GetDecimal(string path, decimal @default = 0)
        => Read(path, v => v.GetDecimal(), @default);

    public virtual string GetString(string path, string @default = null) => Read(path, v => v.GetString(), @default);

    public virtual long? GetByteSize(string path) => GetByteSize(path, null);

    public virtual long? GetByteSize(string path, long? def = null) => Read(path, v => v.GetByteSize(), def);

    public virtual TimeSpan GetTimeSpan(string path, TimeSpan? @default = null, bool allowInfinite = true)
        => Read(path, v => v.GetTimeSpan(allowInfinite), @default.GetValueOrDefault());

    public virtual IList<bool> GetBooleanList(string path) => ReadList(path, v => v.GetBooleanList());

    public virtual IList<byte> GetByteList(string path) => ReadList(path, v => v.GetByteList());

    public virtual IList<int> GetIntList(string path) => ReadList(path, v => v.GetIntList());

    public virtual IList<long> GetLongList(string path) => ReadList(path, v => v.GetLongList());

    public virtual IList<float> GetFloatList(string path) => ReadList(path, v => v.GetFloatList());

    public virtual IList<double> GetDoubleList(string path) => ReadList(path, v => v.GetDoubleList());

    public virtual IList<decimal> GetDecimalList(string path) => ReadList(path, v => v.GetDecimalList());

    public virtual IList<string> GetStringList(string path) => ReadList(path, v => v.GetStringList());

    public virtual IList<string> GetStringList(string path, string[] defaultPaths)
        => Read(path, v => v.GetStringList(), defaultPaths);

    private IList<T> ReadList<T>(string path, Func<HoconValue, IList<T>> convert) => Read(path, convert, []);

    /// <summary>
    /// Converts what is at the path; what cannot be converted is named by its path, its place and its text.
    /// </summary>
    private T Read<T>(string path, Func<HoconValue, T> convert, T @default)
    {
        var value = GetNode(path);
        if (value is null)
            return @default;

        // The types are those that Akka.NET's conversions throw, so that a handler written for them still matches.
        try
        {
            return convert(value);
        }
        catch (FormatException e)
        {
            throw new FormatException($"{path}: {e.Message}", e);
        }
        catch (OverflowException e)
        {
            throw new OverflowException($"{path}: {e.Message}", e);
        }
        catch (NotSupportedException e)
        {
            throw new NotSupportedException($"{path}: {e.Message}", e);
        }
    }
}
