using Akka.Actor;

namespace Akka.Routing;

/// <summary>
/// The routee with the fewest messages waiting; of those whose mailboxes can not be seen, one after the other.
/// </summary>
public sealed class SmallestMailboxRoutingLogic : RoutingLogic
{
    private int _next;

    public SmallestMailboxRoutingLogic() : this(-1)
    {
    }

    public SmallestMailboxRoutingLogic(int next)
    {
        _next = next;
    }

    public override Routee Select(object message, Routee[] routees)
    {
        if (routees is not { Length: > 0 })
        {
            return Routee.NoRoutee;
        }

        var winner = routees[(Interlocked.Increment(ref _next) & int.MaxValue) % routees.Length];
        var fewest = int.MaxValue;
        foreach (var routee in routees)
        {
            if (CellOf(routee) is { } cell && cell.NumberOfMessages < fewest)
            {
                fewest = cell.NumberOfMessages;
                winner = routee;
            }
        }

        return winner;
    }

    private static ICell? CellOf(Routee routee) =>
        ((routee as ActorRefRoutee)?.Actor as ActorRefWithCell)?.Underlying;
}
