namespace ActorSockets.IO;

/// <summary>
/// How much the last reads of a connection brought, to guess what the next will: large pieces are read into the array
/// that the handler gets, small ones into the loop's buffer, and copied.
/// </summary>
internal struct ReadSizes
{
    /// <summary>Below this a copy is cheaper than the array that a wrong guess throws away.</summary>
    private const int Large = 4 * 1024;

    private int _last;
    private int _previous;

    public void Add(int bytes)
    {
        _previous = _last;
        _last = bytes;
    }

    /// <summary>
    /// The size of an array for the next read, 0 for none. With a margin, as a read that fills its buffer has to be
    /// followed by another, to find nothing.
    /// </summary>
    public readonly int Guess(int most)
    {
        var least = Math.Min(_last, _previous);
        return least < Large ? 0 : Math.Min(least + (least / 8), most);
    }
}
