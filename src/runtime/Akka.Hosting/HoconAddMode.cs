namespace Akka.Hosting;

/// <summary>Where added HOCON stands to what was there: below it, above it, or in its place.</summary>
public enum HoconAddMode
{
    Append,
    Prepend,
    Replace,
}
