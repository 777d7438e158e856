namespace Akka.Configuration.Hocon;

/// <summary>
/// The values assigned to one key, gathered from the newest to the oldest until older ones cannot matter.
/// </summary>
internal sealed class HoconLayers
{
    private readonly List<HoconValue> _objects = [];
    private readonly List<HoconValue> _appended = [];
    private HoconPosition? _append;
    private HoconValue? _last;

    public bool IsComplete { get; private set; }

    public void AddOlder(HoconDefinition definition, HoconValue? value)
    {
        if (definition.Appends)
            AddAppended(definition.Node.Position, value);
        else if (value is not null && _append is not null)
            AddAppendedTo(value);
        else if (value is not null)
            AddAssigned(value);
    }

    public HoconValue? Merge()
    {
        if (_objects.Count > 0)
            return HoconMerge.Layers(_objects);
        if (_append is not { } position)
            return _last;
        _appended.Reverse();
        var array = new HoconArray();
        array.AddRange(_appended);
        return HoconValue.Of(array, position);
    }

    private void AddAppended(HoconPosition position, HoconValue? value)
    {
        // What was appended to lies below a newer object, which hides it.
        if (_objects.Count > 0)
        {
            _objects[^1] = _objects[^1].HidingFallback();
            IsComplete = true;
            return;
        }

        _append ??= position;
        if (value is not null)
            _appended.Add(value);
    }

    private void AddAppendedTo(HoconValue value)
    {
        if (!value.IsArray())
            throw HoconScanner.Error(_append!.Value, "expected an array to append to with '+=', found another value");
        _appended.AddRange(value.GetArray().Reverse());
        IsComplete = true;
    }

    private void AddAssigned(HoconValue value)
    {
        IsComplete = !value.IsObject() || value.HidesFallback;
        if (value.IsObject())
            _objects.Add(value);
        else if (_objects.Count == 0)
            _last = value;
        else
            _objects[^1] = _objects[^1].HidingFallback();
    }
}
