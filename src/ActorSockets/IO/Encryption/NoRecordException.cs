namespace ActorSockets.IO.Encryption;

/// <summary>
/// Tells the code around an <c>SslStream</c> that a record brought no data, as session tickets do, and that the stream
/// wants another: it would block. It stays usable. An <see cref="IOException"/>, which it hands on as it is.
/// </summary>
internal sealed class NoRecordException : IOException
{
    public static readonly NoRecordException Instance = new();

    private NoRecordException()
        : base("There is no whole record.")
    {
    }
}
