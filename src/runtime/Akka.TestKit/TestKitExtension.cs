using Akka.Actor;

namespace Akka.TestKit;

/// <summary>Holds the <see cref="TestKitSettings"/> of a system.</summary>
public class TestKitExtension : ExtensionIdProvider<TestKitSettings>
{
    public TestKitExtension()
    {
    }

    public static TestKitSettings For(ActorSystem system) => system.GetExtension<TestKitSettings>();

    public override TestKitSettings CreateExtension(ExtendedActorSystem system)
        => new(system.Settings.Config);
}
