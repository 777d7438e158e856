namespace Akka.Actor;

/// <summary>In the actor system at an address.</summary>
public class RemoteScope : Scope, IEquatable<RemoteScope>
{
    protected RemoteScope()
    {
    }

    public RemoteScope(Address address)
    {
        Address = address;
    }

    public Address Address { get; set; } = null!;

    public override Scope Copy() => new RemoteScope(Address);

    public bool Equals(RemoteScope? other) => other is not null && Equals(Address, other.Address);

    public override bool Equals(Scope? other) => Equals(other as RemoteScope);

    public override bool Equals(object? obj) => Equals(obj as RemoteScope);

    public override int GetHashCode() => Address?.GetHashCode() ?? 0;

    public override Scope WithFallback(Scope other) => this;
}
