namespace Akka.TestKit.Xunit2.Internals;

/// <summary>Formats the text of a failure, whose reason must not be lost because the text does not format.</summary>
internal static class AssertionText
{
    public static string Format(string? format, object?[] args)
    {
        if (string.IsNullOrEmpty(format))
            return "";

        try
        {
            return args.Length == 0 ? Unescape(format) : string.Format(format, args);
        }
        catch (FormatException)
        {
            return $"[Could not string.Format(\"{format}\", {string.Join(", ", args)})]";
        }
    }

    // A text without arguments is taken as it is, but for braces that were doubled for the formatter.
    private static string Unescape(string format)
    {
        try
        {
            return string.Format(format, []);
        }
        catch (FormatException)
        {
            return format;
        }
    }
}
