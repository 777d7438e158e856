namespace ActorSockets.IO;

/// <summary>
/// A queue with many writers and one reader. Writers push onto a stack; the reader takes the whole stack at once and
/// turns it round, so that each writer's letters stay in order.
/// </summary>
internal struct Inbox
{
    private Letter? _incoming;
    private Letter? _outgoing;

    /// <summary>For the reader: a writer may be about to push.</summary>
    public readonly bool IsEmpty => _outgoing is null && Volatile.Read(in _incoming) is null;

    /// <summary>Any thread.</summary>
    public void Push(Letter letter)
    {
        var head = Volatile.Read(in _incoming);
        while (true)
        {
            letter.Next = head;
            var seen = Interlocked.CompareExchange(ref _incoming, letter, head);
            if (ReferenceEquals(seen, head))
            {
                return;
            }

            head = seen;
        }
    }

    /// <summary>For the reader only.</summary>
    public Letter? Take()
    {
        var letter = _outgoing ?? TakeIncoming();
        if (letter is not null)
        {
            _outgoing = letter.Next;
            letter.Next = null;
        }

        return letter;
    }

    private Letter? TakeIncoming()
    {
        if (Volatile.Read(in _incoming) is null)
        {
            return null;
        }

        var newest = Interlocked.Exchange(ref _incoming, null);
        Letter? oldest = null;
        while (newest is not null)
        {
            var next = newest.Next;
            newest.Next = oldest;
            oldest = newest;
            newest = next;
        }

        return oldest;
    }
}
