namespace Akka.Dispatch;

/// <summary>
/// A mailbox's state in one word: scheduled, closed, and how many suspensions are in force. Each method is one legal
/// move; any thread may call any of them.
/// </summary>
internal struct MailboxStatus
{
    private const int Scheduled = 1;
    private const int Closed = 2;
    private const int OneSuspension = 4;

    private int _word;

    public bool IsClosed => (Volatile.Read(ref _word) & Closed) != 0;

    public bool IsSuspended => Volatile.Read(ref _word) >= OneSuspension;

    public int SuspendCount => Volatile.Read(ref _word) / OneSuspension;

    /// <summary>Neither suspended nor closed.</summary>
    public bool TakesMessages => (Volatile.Read(ref _word) & ~Scheduled) == 0;

    /// <summary>Idle to scheduled. Answers whether this call made the move.</summary>
    public bool TrySetScheduled() =>
        (Volatile.Read(ref _word) & Scheduled) == 0 && (Interlocked.Or(ref _word, Scheduled) & Scheduled) == 0;

    public void ClearScheduled() => Interlocked.And(ref _word, ~Scheduled);

    public void Close() => Interlocked.Or(ref _word, Closed);

    public void Suspend() => Interlocked.Add(ref _word, OneSuspension);

    /// <summary>Undoes one suspension, if there is one. Answers whether none is left.</summary>
    public bool Resume()
    {
        while (true)
        {
            var word = Volatile.Read(ref _word);
            if (word < OneSuspension) return true;
            var next = word - OneSuspension;
            if (Interlocked.CompareExchange(ref _word, next, word) == word) return next < OneSuspension;
        }
    }
}
