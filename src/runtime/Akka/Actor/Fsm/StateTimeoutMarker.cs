namespace Akka.Actor;

/// <summary>The time limit of a state has passed, if nothing has come since.</summary>
internal sealed record StateTimeoutMarker(long Generation) : INoSerializationVerificationNeeded;
