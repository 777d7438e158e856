using Akka.Configuration;

namespace ActorSockets.Configuration;

/// <summary>Refuses keys under <c>actorsockets</c> that nothing reads: a misspelt key must not be ignored in silence.
/// What is known is what <c>reference.conf</c> has.</summary>
internal sealed class KeyCheck(Config config)
{
    private const string Root = "actorsockets";
    private const string Servers = "actorsockets.servers";

    public void Run()
    {
        if (config.HasPath(Root))
            CheckSection(Root, Root);
    }

    /// <param name="path">Where the section stands.</param>
    /// <param name="model">The section of <c>reference.conf</c> that has the keys it may have.</param>
    private void CheckSection(string path, string model)
    {
        if (!Keys.IsSection(config, path))
            throw new ConfigurationException($"{path} is a section of keys, not a value.");

        foreach (var key in Keys.Below(config, path))
        {
            if (path == Servers)
                CheckServer($"{path}.{Name(path, key)}");
            else
                CheckKey(path, key, model);
        }
    }

    private void CheckServer(string path)
    {
        const string listeners = "listeners";
        if (!Keys.IsSection(config, path))
            throw new ConfigurationException($"{path} is a section of keys, not a value.");

        foreach (var key in Keys.Below(config, path).Where(key => key != listeners))
            CheckKey(path, key, "actorsockets.server", listeners);
        foreach (var name in Keys.Below(config, $"{path}.{listeners}"))
            CheckSection($"{path}.{listeners}.{Name($"{path}.{listeners}", name)}", "actorsockets.listener");
    }

    private void CheckKey(string path, string key, string model, params string[] more)
    {
        var known = Keys.Below(Reference.Config, model);
        if (!known.Contains(key))
            throw Unknown($"{path}.{key}", path, Spelling.Nearest(key, [.. known, .. more]));
        if (Keys.IsSection(Reference.Config, $"{model}.{key}"))
            CheckSection($"{path}.{key}", $"{model}.{key}");
    }

    private static ConfigurationException Unknown(string key, string path, string? nearest) =>
        new($"{key} is not a known key." + (nearest is null ? "" : $" Did you mean {path}.{nearest}?"));

    private static string Name(string path, string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? name
            : throw new ConfigurationException($"{path} has '{name}' in it: a name is letters, digits, - and _.");
}
