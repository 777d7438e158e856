namespace Akka.Util;

/// <summary>Random numbers for whichever thread asks.</summary>
public static class ThreadLocalRandom
{
    public static Random Current => Random.Shared;
}
