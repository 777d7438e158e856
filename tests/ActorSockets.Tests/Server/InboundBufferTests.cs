using System.Buffers;
using ActorSockets.Server;

namespace ActorSockets.Tests.Server;

public class InboundBufferTests
{
    [Fact]
    public void A_read_without_unread_bytes_before_it_is_not_copied()
    {
        var buffer = default(InboundBuffer);
        byte[] read = [1, 2, 3];

        var input = buffer.With(read);

        Assert.True(System.Runtime.InteropServices.MemoryMarshal.TryGetArray(input.First, out var segment));
        Assert.Same(read, segment.Array);
    }

    [Fact]
    public void Holds_nothing_when_everything_is_read()
    {
        var buffer = default(InboundBuffer);
        buffer.With(new byte[] { 1, 2 });
        buffer.Keep(1, new byte[] { 1, 2 });
        buffer.With(new byte[] { 3 });
        buffer.Keep(0, new byte[] { 3 });

        var input = buffer.With(new byte[] { 4 });

        Assert.Equal([4], input.ToArray());
    }

    [Fact]
    public void Gives_back_what_was_kept_and_what_is_new_in_order()
    {
        var random = new Random(7);
        for (var run = 0; run < 200; run++)
            RunAgainstModel(random);
    }

    private static void RunAgainstModel(Random random)
    {
        var buffer = default(InboundBuffer);
        byte[] model = [];
        for (var step = 0; step < 50; step++)
        {
            var read = new byte[random.Next(0, 300)];
            random.NextBytes(read);
            model = [.. model, .. read];

            var input = buffer.With(read);
            Assert.Equal(model, input.ToArray());

            var kept = random.Next(0, Math.Min(model.Length, 500) + 1);
            buffer.Keep(kept, read);
            model = model[^kept..];
        }

        buffer.Release();
    }
}
