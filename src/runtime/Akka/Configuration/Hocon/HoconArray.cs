#nullable disable annotations // As in Akka.NET.
namespace Akka.Configuration.Hocon;

/// <summary>A HOCON array.</summary>
public class HoconArray : List<HoconValue>, IHoconElement
{
    public bool IsString() => false;

    public string GetString() => null;

    public bool IsArray() => true;

    public IList<HoconValue> GetArray() => this;

    public override string ToString() => $"[{string.Join(", ", this)}]";
}
