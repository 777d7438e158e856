namespace Akka.Util;

/// <summary>An atomic switch: of many that turn it the same way at once, one does.</summary>
public class Switch
{
    private readonly Lock _lock = new();
    private readonly AtomicBoolean _on;

    public Switch(bool startAsOn = false)
    {
        _on = new AtomicBoolean(startAsOn);
    }

    public bool IsOn => _on.Value;

    public bool IsOff => !_on.Value;

    /// <summary>Runs the action if the switch is on, without keeping it there.</summary>
    public bool IfOn(Action action) => RunIf(IsOn, action);

    /// <summary>Runs the action if the switch is off, without keeping it there.</summary>
    public bool IfOff(Action action) => RunIf(IsOff, action);

    /// <summary>Runs the action if the switch is on, which it stays until the action ends.</summary>
    public bool WhileOn(Action action)
    {
        lock (_lock)
        {
            return IfOn(action);
        }
    }

    /// <summary>Runs the action if the switch is off, which it stays until the action ends.</summary>
    public bool WhileOff(Action action)
    {
        lock (_lock)
        {
            return IfOff(action);
        }
    }

    public void Locked(Action action)
    {
        lock (_lock)
        {
            action();
        }
    }

    /// <summary>Turns it on, unless it is; back off again when the action throws.</summary>
    public bool SwitchOn(Action action) => TranscendFrom(false, action);

    public bool SwitchOn()
    {
        lock (_lock)
        {
            return _on.CompareAndSet(false, true);
        }
    }

    /// <summary>Turns it off, unless it is; back on again when the action throws.</summary>
    public bool SwitchOff(Action action) => TranscendFrom(true, action);

    public bool SwitchOff()
    {
        lock (_lock)
        {
            return _on.CompareAndSet(true, false);
        }
    }

    protected bool TranscendFrom(bool from, Action action)
    {
        lock (_lock)
        {
            if (!_on.CompareAndSet(from, !from))
            {
                return false;
            }

            try
            {
                action();
            }
            catch
            {
                _on.CompareAndSet(!from, from);
                throw;
            }

            return true;
        }
    }

    private static bool RunIf(bool condition, Action action)
    {
        if (condition)
        {
            action();
        }

        return condition;
    }
}
