using ActorSockets.IO;

namespace ActorSockets.Tests.IO;

public class ReadSizesTests
{
    private ReadSizes _sizes;

    [Fact]
    public void Small_reads_get_no_array()
    {
        _sizes.Add(64);
        _sizes.Add(4095);

        Assert.Equal(0, _sizes.Guess(65536));
    }

    [Fact]
    public void One_large_read_is_no_reason_to_expect_another()
    {
        _sizes.Add(64);
        _sizes.Add(60_000);

        Assert.Equal(0, _sizes.Guess(65536));
    }

    [Fact]
    public void Two_large_reads_are_expected_again_with_a_margin()
    {
        _sizes.Add(16_384);
        _sizes.Add(16_000);

        Assert.Equal(18_000, _sizes.Guess(65536));
    }

    [Fact]
    public void Never_more_than_the_most()
    {
        _sizes.Add(65536);
        _sizes.Add(65536);

        Assert.Equal(65536, _sizes.Guess(65536));
    }
}
