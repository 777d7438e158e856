using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>The queues that an actor's class and its dispatcher require of a mailbox; null: none.</summary>
internal readonly record struct MailboxDemand(Type Actor, Type? OfActor, Config Dispatcher, Type? OfDispatcher)
{
    /// <exception cref="ArgumentException">The mailbox makes queues of another type.</exception>
    public MailboxType Check(MailboxType chosen)
    {
        if (OfActor is null && OfDispatcher is null) return chosen;
        var produced = Mailboxes.QueueOf(chosen.GetType()) ?? throw new ArgumentException(
            $"No IProducesMessageQueue<TQueue> supplied for {chosen}; illegal mailbox type definition.",
            nameof(chosen));
        if (OfDispatcher?.IsAssignableFrom(produced) == false)
        {
            throw new ArgumentException(
                $"produced message queue type [{produced}] does not fulfill requirement for dispatcher "
                + $"[{Dispatcher.GetString("id")}].Must be a subclass of [{OfDispatcher}]");
        }

        if (OfActor?.IsAssignableFrom(produced) == false)
        {
            throw new ArgumentException(
                $"produced message queue type of [{produced}] does not fulfill requirement for actor class "
                + $"[{Actor}].Must be a subclass of [{OfActor}]");
        }

        return chosen;
    }
}
