namespace ActorSockets.IO;

/// <summary>Datagrams whose targets are names that are being asked for, by name, each name's in order.</summary>
internal sealed class UnresolvedSends
{
    private readonly Dictionary<string, List<PendingDatagram>> _byName = [];

    /// <returns>Whether it is the first of its name: somebody has to ask.</returns>
    public bool Add(string name, PendingDatagram datagram)
    {
        if (_byName.TryGetValue(name, out var waiting))
        {
            waiting.Add(datagram);
            return false;
        }

        _byName.Add(name, [datagram]);
        return true;
    }

    /// <summary>Those that waited for a name, and wait no longer.</summary>
    public IReadOnlyList<PendingDatagram> Take(string name) => _byName.Remove(name, out var waiting) ? waiting : [];

    public IReadOnlyList<PendingDatagram> TakeAll()
    {
        var all = _byName.Values.SelectMany(waiting => waiting).ToArray();
        _byName.Clear();
        return all;
    }
}
