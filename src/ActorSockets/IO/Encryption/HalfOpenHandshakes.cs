namespace ActorSockets.IO.Encryption;

/// <summary>
/// The handshakes of one listener that are not over, oldest first. At the limit the oldest that waits for its peer has
/// to go: a good peer answers within a round trip, so those who have waited longest are the least likely to.
/// </summary>
internal sealed class HalfOpenHandshakes(int most)
{
    private readonly object _lock = new();
    private readonly LinkedList<AcceptedHandshake> _oldestFirst = new();
    private bool _isClosed;

    /// <summary>Enters one; who has to go for it, itself included, is returned. Any thread.</summary>
    public AcceptedHandshake? Enter(AcceptedHandshake handshake)
    {
        lock (_lock)
        {
            if (_isClosed)
            {
                return handshake;
            }

            var outgoing = _oldestFirst.Count < most
                ? null
                : _oldestFirst.FirstOrDefault(one => one.IsStalled) ?? handshake;
            if (!ReferenceEquals(outgoing, handshake))
            {
                _oldestFirst.AddLast(handshake.Node);
            }

            if (outgoing?.Node.List is not null)
            {
                _oldestFirst.Remove(outgoing.Node);
            }

            return outgoing;
        }
    }

    public void Leave(AcceptedHandshake handshake)
    {
        lock (_lock)
        {
            if (handshake.Node.List is not null)
            {
                _oldestFirst.Remove(handshake.Node);
            }
        }
    }

    /// <summary>No more may enter; those who are in are returned, to be given up.</summary>
    public IReadOnlyList<AcceptedHandshake> Close()
    {
        lock (_lock)
        {
            _isClosed = true;
            AcceptedHandshake[] all = [.. _oldestFirst];
            _oldestFirst.Clear();
            return all;
        }
    }
}
