using System.Text;

namespace Akka.Actor.Internal;

/// <summary>Draws the tree of actors.</summary>
internal static class TreePrinter
{
    public static string Print(IInternalActorRef root)
    {
        var text = new StringBuilder();
        Print(text, root, "");
        return text.ToString();
    }

    private static void Print(StringBuilder text, IInternalActorRef node, string indent)
    {
        text.Append(indent.Length == 0 ? "-> " : indent + "|-> ").Append(node.Path.Name).Append(' ');
        if (node is not ActorRefWithCell { Underlying: ActorCell cell })
        {
            text.AppendLine(node.GetType().Name);
            return;
        }

        text.Append(cell.Actor?.GetType().Name ?? "null")
            .Append(' ').Append(cell.Phase)
            .Append(", ").Append(cell.NumberOfMessages).AppendLine(" messages");
        foreach (var child in cell.GetChildren()) Print(text, child, indent + "   ");
    }
}
