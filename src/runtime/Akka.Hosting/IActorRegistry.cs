using Akka.Actor;

namespace Akka.Hosting;

/// <summary>Registers actors under a type that stands for them.</summary>
public interface IActorRegistry : IReadOnlyActorRegistry
{
    bool TryRegister<TKey>(IActorRef actor, bool overwrite = false);

    bool TryRegister(Type key, IActorRef actor, bool overwrite = false);

    void Register<TKey>(IActorRef actor, bool overwrite = false);
}
