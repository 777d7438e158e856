namespace Akka.Actor;

/// <summary>A time provider whose <see cref="ITimeProvider.Now"/> is the wall clock.</summary>
public interface IDateTimeOffsetNowTimeProvider : ITimeProvider
{
}
