using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>How many messages a bounded mailbox holds (0: no bound), and how long a sender waits for room.</summary>
internal readonly record struct MailboxBound(int Capacity, TimeSpan PushTimeout)
{
    /// <exception cref="ConfigurationException">There is no section.</exception>
    /// <exception cref="ArgumentException">A value is absent or negative.</exception>
    public static MailboxBound Read<TMailbox>(Config config)
    {
        if (config.IsNullOrEmpty()) throw ConfigurationException.NullOrEmptyConfig<TMailbox>();
        var bound = new MailboxBound(
            config.GetInt("mailbox-capacity"),
            config.GetTimeSpan("mailbox-push-timeout-time", TimeSpan.FromSeconds(-1)));
        if (bound.Capacity < 0)
            throw new ArgumentException("The capacity for BoundedMailbox cannot be negative", nameof(config));
        if (bound.PushTimeout < TimeSpan.Zero)
            throw new ArgumentException("The push time-out for BoundedMailbox cannot be be negative", nameof(config));
        return bound;
    }
}
