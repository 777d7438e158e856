namespace Akka.Configuration.Hocon;

/// <summary>Merges objects without changing them: what is not merged is shared with the originals.</summary>
internal static class HoconMerge
{
    /// <summary>The top value, completed by the bottom one where both are objects.</summary>
    public static HoconValue Overlay(HoconValue top, HoconValue bottom)
    {
        if (ReferenceEquals(top, bottom) || top.HidesFallback || top.GetObject() is not { } over)
            return top;
        if (bottom.GetObject() is not { } under)
            return top.HidingFallback();

        // In the order of the keys, what is below comes first.
        var merged = new HoconObject();
        foreach (var (key, value) in under.Items)
            merged.Items[key] = over.Items.TryGetValue(key, out var hiding) ? Overlay(hiding, value) : value;
        foreach (var (key, value) in over.Items)
            merged.Items.TryAdd(key, value);
        return top.With(merged, bottom.HidesFallback);
    }

    /// <summary>Objects that were assigned to the same key one after another, the newest first, as one.</summary>
    public static HoconValue Layers(List<HoconValue> newestFirst)
    {
        if (newestFirst.Count == 1)
            return newestFirst[0];

        var layers = new Dictionary<string, List<HoconValue>>();
        for (var i = newestFirst.Count - 1; i >= 0; i--)
            AddLayer(layers, newestFirst[i].GetObject()!);

        var merged = new HoconObject();
        foreach (var (key, values) in layers)
        {
            values.Reverse();
            merged.Items[key] = Layers(values);
        }

        return newestFirst[^1].With(merged, newestFirst[^1].HidesFallback);
    }

    private static void AddLayer(Dictionary<string, List<HoconValue>> layers, HoconObject newer)
    {
        foreach (var (key, value) in newer.Items)
        {
            if (!layers.TryGetValue(key, out var values))
                layers[key] = values = [];
            var replaces = values.Count > 0 && !(value.IsObject() && values[^1].IsObject());
            if (replaces || value.HidesFallback)
                values.Clear();
            values.Add(replaces && value.IsObject() ? value.HidingFallback() : value);
        }
    }
}
