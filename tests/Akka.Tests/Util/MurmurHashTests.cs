using Akka.Util;

namespace Akka.Tests.Util;

public class MurmurHashTests
{
    [Fact]
    public void Texts_hash_alike_in_every_process()
    {
        Assert.Equal(MurmurHash.StringHash("a" + "bc"), MurmurHash.StringHash("abc"));
        Assert.NotEqual(MurmurHash.StringHash("abc"), MurmurHash.StringHash("acb"));
        Assert.NotEqual(MurmurHash.StringHash("abc"), MurmurHash.StringHash("abcd"));
        Assert.Equal(MurmurHash.ByteHash([1, 2, 3]), MurmurHash.ArrayHash(new byte[] { 1, 2, 3 }));
    }

    [Fact]
    public void A_short_text_is_mixed_in_one_step()
    {
        var start = MurmurHash.StartHash(2 * 0x331df49u);
        var hash = MurmurHash.ExtendHash(
            start, ('a' << 16) + 'b', MurmurHash.StartMagicA, MurmurHash.StartMagicB);

        Assert.Equal((int)MurmurHash.FinalizeHash(hash), MurmurHash.StringHash("ab"));
    }

    [Fact]
    public void Order_does_not_matter_to_the_symmetric_hash()
    {
        Assert.Equal(MurmurHash.SymmetricHash([1, 2, 3], 7), MurmurHash.SymmetricHash([3, 1, 2], 7));
        Assert.NotEqual(MurmurHash.SymmetricHash([1, 2, 3], 7), MurmurHash.SymmetricHash([1, 2, 4], 7));
    }

    [Fact]
    public void Similar_keys_spread_evenly()
    {
        var buckets = new int[16];

        for (var i = 0; i < 16_000; i++)
        {
            buckets[(uint)MurmurHash.StringHash($"connection-{i}") % 16]++;
        }

        Assert.All(buckets, count => Assert.InRange(count, 800, 1200));
    }
}
