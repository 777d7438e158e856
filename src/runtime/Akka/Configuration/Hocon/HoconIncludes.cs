namespace Akka.Configuration.Hocon;

/// <summary>
/// Answers the includes of one text: by the caller's callback when there is one, by files otherwise. A relative file
/// name starts at the directory of the text's own file, or at the current one when the text is from no file.
/// </summary>
internal sealed class HoconIncludes(Func<string, HoconRoot?>? callback)
{
    private HoconIncludes? _parent;

    /// <summary>The file that the text was read from.</summary>
    public string? File { get; private init; }

    public void Include(HoconIncludeStatement statement, HoconObjectNode target, string[] path)
    {
        if (callback is not null)
            IncludeCallback(statement, target, callback);
        else
            IncludeFile(statement, target, path);
    }

    private static void IncludeCallback(
        HoconIncludeStatement statement, HoconObjectNode target, Func<string, HoconRoot?> callback)
    {
        var root = callback(statement.Name);
        if (root is null && statement.IsRequired)
            throw Problem(statement, "is required, and not to be had");
        if (root is null)
            return;
        if (root.Value.GetObject() is not { } included)
            throw Problem(statement, "is not an object");
        foreach (var (key, value) in included.Items)
            target.Field(key).Add(new HoconResolvedNode(statement.Position, value));
    }

    private void IncludeFile(HoconIncludeStatement statement, HoconObjectNode target, string[] path)
    {
        var file = FullPath(statement);
        for (var including = this; including is not null; including = including._parent)
        {
            if (including.File == file)
                throw Problem(statement, "includes itself, directly or by way of others");
        }

        if (Read(statement, file) is { } text)
            new HoconReader(text, new HoconIncludes(null) { File = file, _parent = this }, path).ReadInto(target);
    }

    private string FullPath(HoconIncludeStatement statement)
    {
        try
        {
            var directory = Path.GetDirectoryName(File) ?? Directory.GetCurrentDirectory();
            return Path.GetFullPath(statement.Name, directory);
        }
        catch (ArgumentException e)
        {
            throw Problem(statement, e.Message, e);
        }
    }

    private static string? Read(HoconIncludeStatement statement, string file)
    {
        try
        {
            return System.IO.File.ReadAllText(file);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return statement.IsRequired ? throw Problem(statement, "is required, and there is no such file", e) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Problem(statement, e.Message, e);
        }
    }

    private static ConfigurationException Problem(
        HoconIncludeStatement statement, string problem, Exception? cause = null)
        => new($"{statement.Position}: the include \"{statement.Name}\" {problem}", cause);
}
