using System.Numerics;

namespace Akka.Util;

/// <summary>
/// A hash with good spread for consistent hashing: the same number for the same input in every process, which
/// <see cref="object.GetHashCode"/> does not promise. The mixing steps are MurmurHash3's.
/// </summary>
public static class MurmurHash
{
    public const uint StartMagicA = 0x95543787;
    public const uint StartMagicB = 0x2ad7eb25;

    private const uint VisibleMagic = 0x971e137b;
    private const uint VisibleMixer = 0x52dce729;
    private const uint HiddenMixerA = 0x7b7d159c;
    private const uint HiddenMixerB = 0x6bce6396;
    private const uint FinalMixer1 = 0x85ebca6b;
    private const uint FinalMixer2 = 0xc2b2ae35;
    private const uint SeedString = 0x331df49;
    private const uint SeedArray = 0x3c074a61;

    public static uint StartHash(uint seed) => seed ^ VisibleMagic;

    public static uint NextMagicA(uint magicA) => (magicA * 5) + HiddenMixerA;

    public static uint NextMagicB(uint magicB) => (magicB * 5) + HiddenMixerB;

    public static uint ExtendHash(uint hash, uint value, uint magicA, uint magicB) =>
        ((hash ^ (BitOperations.RotateLeft(value * magicA, 11) * magicB)) * 3) + VisibleMixer;

    public static uint FinalizeHash(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * FinalMixer1;
        hash = (hash ^ (hash >> 13)) * FinalMixer2;
        return hash ^ (hash >> 16);
    }

    public static int ByteHash(byte[] b)
    {
        var mixer = new Mixer((uint)b.Length * SeedArray);
        foreach (var value in b)
        {
            mixer.Add(value);
        }

        return mixer.Finish();
    }

    public static int ArrayHash<T>(T[] a)
    {
        var mixer = new Mixer((uint)a.Length * SeedArray);
        foreach (var item in a)
        {
            mixer.Add((uint)(item?.GetHashCode() ?? 0));
        }

        return mixer.Finish();
    }

    /// <summary>Two characters at a step.</summary>
    public static int StringHash(string s)
    {
        var mixer = new Mixer((uint)s.Length * SeedString);
        var i = 0;
        for (; i + 1 < s.Length; i += 2)
        {
            mixer.Add(((uint)s[i] << 16) + s[i + 1]);
        }

        if (i < s.Length)
        {
            mixer.Add(s[i]);
        }

        return mixer.Finish();
    }

    /// <summary>The same for the same items in any order.</summary>
    public static int SymmetricHash<T>(IEnumerable<T> xs, uint seed)
    {
        uint sum = 0, xor = 0, product = 1, count = 0;
        foreach (var x in xs)
        {
            var hash = (uint)(x?.GetHashCode() ?? 0);
            sum += hash;
            xor ^= hash;
            product *= hash == 0 ? 1 : hash;
            count++;
        }

        var mixer = new Mixer(seed * count);
        mixer.Add(sum);
        mixer.Add(xor);
        mixer.Add(product);
        return mixer.Finish();
    }

    private struct Mixer(uint seed)
    {
        private uint _hash = StartHash(seed);
        private uint _magicA = StartMagicA;
        private uint _magicB = StartMagicB;

        public void Add(uint value)
        {
            _hash = ExtendHash(_hash, value, _magicA, _magicB);
            _magicA = NextMagicA(_magicA);
            _magicB = NextMagicB(_magicB);
        }

        public readonly int Finish() => (int)FinalizeHash(_hash);
    }
}
