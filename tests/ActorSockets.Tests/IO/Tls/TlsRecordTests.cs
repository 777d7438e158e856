using ActorSockets.IO.Encryption;

namespace ActorSockets.Tests.IO.Tls;

public sealed class TlsRecordTests
{
    [Theory]
    [InlineData(new byte[] { }, 0)]
    [InlineData(new byte[] { 22 }, 0)]
    [InlineData(new byte[] { 22, 3, 1, 0 }, 0)]
    [InlineData(new byte[] { 22, 3, 1, 0, 0 }, 5)]
    [InlineData(new byte[] { 23, 3, 3, 1, 2, 99 }, 5 + 258)]
    [InlineData(new byte[] { 20, 3, 3, 72, 0 }, TlsRecord.MaxBytes)]
    [InlineData(new byte[] { 23, 3, 3, 72, 1 }, TlsRecord.None)]
    [InlineData(new byte[] { 19 }, TlsRecord.None)]
    [InlineData(new byte[] { 24 }, TlsRecord.None)]
    [InlineData(new byte[] { 22, 2 }, TlsRecord.None)]
    public void The_length_is_known_as_soon_as_the_header_is(byte[] bytes, int expected) =>
        Assert.Equal(expected, TlsRecord.LengthOf(bytes));

    [Theory]
    [InlineData(new byte[] { 22, 3, 1, 0, 1, 1 }, true)]
    [InlineData(new byte[] { 22, 3, 1, 0, 1 }, true)]
    [InlineData(new byte[] { 22, 3, 1, 0, 1, 2 }, false)]
    [InlineData(new byte[] { 21 }, false)]
    public void Only_a_clients_hello_is_taken_for_one(byte[] bytes, bool expected) =>
        Assert.Equal(expected, TlsRecord.MayBeHello(bytes));
}
