#nullable disable annotations // As in Akka.NET.
namespace Akka.Configuration.Hocon;

/// <summary>A HOCON array.</summary>
/// <remarks>To ask for a kind that this is not is a NotImplementedException in Akka.NET, too.</remarks>
public class HoconArray : List<HoconValue>, IHoconElement
{
    public bool IsString() => false;

    public string GetString()
        => throw new NotImplementedException("This element is an array and not a string.");

    public bool IsArray() => true;

    public IList<HoconValue> GetArray() => this;

    public override string ToString() => $"[{string.Join(", ", this)}]";
}
