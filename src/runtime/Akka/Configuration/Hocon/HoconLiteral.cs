#nullable disable annotations // As in Akka.NET.
namespace Akka.Configuration.Hocon;

/// <summary>A text, number or truth value, as text; the value <c>null</c> of HOCON is a null text.</summary>
/// <remarks>To ask for a kind that this is not is a NotImplementedException in Akka.NET, too.</remarks>
public class HoconLiteral : IHoconElement
{
    public string Value { get; set; }

    public bool IsString() => true;

    public string GetString() => Value;

    public bool IsArray() => false;

    public IList<HoconValue> GetArray()
        => throw new NotImplementedException("This element is a string literal and not an array.");

    public override string ToString() => HoconText.Value(Value);
}
