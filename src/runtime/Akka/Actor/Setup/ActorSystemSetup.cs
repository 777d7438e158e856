using System.Collections.Immutable;
using Akka.Util;

namespace Akka.Actor.Setup;

/// <summary>All that an actor system is set up with from code: one setup of each type.</summary>
public sealed class ActorSystemSetup
{
    public static readonly ActorSystemSetup Empty = new(ImmutableDictionary<Type, Setup>.Empty);

    private readonly ImmutableDictionary<Type, Setup> _setups;

    private ActorSystemSetup(ImmutableDictionary<Type, Setup> setups)
    {
        _setups = setups;
    }

    public static ActorSystemSetup Create(params Setup[] setup) =>
        new(setup.Aggregate(Empty._setups, (setups, each) => setups.SetItem(each.GetType(), each)));

    public ActorSystemSetup And<T>(T setup)
        where T : Setup => WithSetup(setup);

    public Option<T> Get<T>()
        where T : Setup => _setups.TryGetValue(typeof(T), out var setup) ? (T)setup : Option<T>.None;

    public override string ToString() =>
        $"ActorSystemSettings([{string.Join(",", _setups.Keys.Select(type => type.FullName))}])";

    public ActorSystemSetup WithSetup<T>(T setup)
        where T : Setup => new(_setups.SetItem(setup.GetType(), setup));
}
