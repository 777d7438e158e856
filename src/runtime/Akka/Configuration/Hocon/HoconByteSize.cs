using System.Globalization;

namespace Akka.Configuration.Hocon;

/// <summary>
/// HOCON's sizes: powers of 1000 for <c>kB</c>, of 1024 for <c>K</c>, <c>KiB</c> and the other short forms.
/// </summary>
internal static class HoconByteSize
{
    public static bool TryParse(string? text, out long bytes)
    {
        bytes = 0;
        if (text is null)
            return false;

        var (number, unit) = HoconUnits.Split(text);
        if (BytesPer(unit) is not { } bytesPerUnit || !TryParseNumber(number, out var count))
            return false;
        if (count > long.MaxValue / (decimal)bytesPerUnit)
            return false;

        bytes = (long)(count * bytesPerUnit);
        return true;
    }

    private static bool TryParseNumber(string text, out decimal number)
    {
        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        return decimal.TryParse(text, Style, NumberFormatInfo.InvariantInfo, out number) && number >= 0;
    }

    private static long? BytesPer(string unit) => unit switch
    {
        "" or "B" or "b" or "byte" or "bytes" => 1,
        "kB" or "KB" or "kilobyte" or "kilobytes" => 1_000,
        "K" or "k" or "Ki" or "KiB" or "kibibyte" or "kibibytes" => 1L << 10,
        "MB" or "megabyte" or "megabytes" => 1_000_000,
        "M" or "m" or "Mi" or "MiB" or "mebibyte" or "mebibytes" => 1L << 20,
        "GB" or "gigabyte" or "gigabytes" => 1_000_000_000,
        "G" or "g" or "Gi" or "GiB" or "gibibyte" or "gibibytes" => 1L << 30,
        "TB" or "terabyte" or "terabytes" => 1_000_000_000_000,
        "T" or "t" or "Ti" or "TiB" or "tebibyte" or "tebibytes" => 1L << 40,
        "PB" or "petabyte" or "petabytes" => 1_000_000_000_000_000,
        "P" or "p" or "Pi" or "PiB" or "pebibyte" or "pebibytes" => 1L << 50,
        "EB" or "exabyte" or "exabytes" => 1_000_000_000_000_000_000,
        "E" or "e" or "Ei" or "EiB" or "exbibyte" or "exbibytes" => 1L << 60,
        _ => null,
    };
}
