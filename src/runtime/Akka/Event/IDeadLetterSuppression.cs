namespace Akka.Event;

/// <summary>Marks messages whose loss is no news: they end as <see cref="SuppressedDeadLetter"/>.</summary>
public interface IDeadLetterSuppression
{
}
