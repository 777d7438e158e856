namespace Akka.IO;

/// <summary>In which order the bytes of a number travel.</summary>
public enum ByteOrder
{
    BigEndian,
    LittleEndian,
}
