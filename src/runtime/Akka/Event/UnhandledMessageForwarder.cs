using System.Globalization;
using Akka.Actor;

namespace Akka.Event;

/// <summary>Puts unhandled messages into the debug log (<c>akka.actor.debug.unhandled</c>).</summary>
internal sealed class UnhandledMessageForwarder : ActorBase
{
    protected override bool Receive(object message)
    {
        if (message is not UnhandledMessage unhandled)
            return false;

        Context.System.EventStream.Publish(ToDebug(unhandled));
        return true;
    }

    private static Debug ToDebug(UnhandledMessage unhandled)
    {
        var sender = unhandled.Sender is null ? "NoSender" : unhandled.Sender.Path.ToString();
        var text = string.Format(
            CultureInfo.InvariantCulture, "Unhandled message from {0} : {1}", sender, unhandled.Message);
        return new Debug(unhandled.Recipient.Path.ToString()!, unhandled.Recipient.GetType(), text);
    }
}
