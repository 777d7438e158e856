using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>The size of a pool: a factor of the processors, kept between a floor and a ceiling.</summary>
public class ThreadPoolConfig
{
    private readonly Config _config;

    public ThreadPoolConfig(Config config) => _config = config;

    public int PoolSizeMin => _config.GetInt("core-pool-size-min", 8);

    public double PoolSizeFactor => _config.GetDouble("core-pool-size-factor", 1.0);

    public int PoolSizeMax => _config.GetInt("core-pool-size-max", 64);

    public static int ScaledPoolSize(int floor, double scalar, int ceiling) =>
        Math.Min(Math.Max((int)(Environment.ProcessorCount * scalar), floor), ceiling);
}
