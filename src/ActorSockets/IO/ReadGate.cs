namespace ActorSockets.IO;

/// <summary>
/// Whether the handler wants to be sent what is read. In push mode it does until it suspends; in pull mode each resume
/// asks for one.
/// </summary>
internal struct ReadGate(bool isPullMode)
{
    private readonly bool _isPullMode = isPullMode;

    public bool IsOpen { get; private set; } = !isPullMode;

    public void Suspend() => IsOpen = false;

    public void Resume() => IsOpen = true;

    public void Delivered() => IsOpen = IsOpen && !_isPullMode;
}
