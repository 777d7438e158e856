using Akka.Configuration;
using Akka.Routing;

namespace Akka.Actor;

/// <summary>
/// Knows the deployments of actors by path: those under <c>akka.actor.deployment</c>, and those set by code. In a key
/// <c>*</c> stands for one name, and a last <c>**</c> for one or more.
/// </summary>
public class Deployer
{
    protected readonly Config Default;

    private readonly Settings _settings;
    private volatile DeploymentTree _deployments = DeploymentTree.Empty;

    public Deployer(Settings settings)
    {
        _settings = settings;
        var deployment = settings.Config.GetConfig("akka.actor.deployment");
        Default = deployment?.GetConfig("default") ?? ConfigurationFactory.Empty;
        if (deployment is null || deployment.IsEmpty)
        {
            return;
        }

        foreach (var (key, value) in deployment.AsEnumerable())
        {
            if (key != "default" && ParseConfig(key, value.ToConfig()) is { } deploy)
            {
                SetDeploy(deploy);
            }
        }
    }

    public Deploy? Lookup(ActorPath path)
    {
        var deployments = _deployments;
        if (deployments.IsEmpty || path.Name.StartsWith('$'))
        {
            return Deploy.None;
        }

        var elements = path.Elements;
        return elements.Count > 1 && elements[0] == "user" ? deployments.Find(elements, 1) : Deploy.None;
    }

    public Deploy? Lookup(IEnumerable<string> path) => _deployments.Find(path.ToArray(), 0);

    public virtual Deploy? ParseConfig(string key, Config config)
    {
        var deployment = config.WithFallback(Default);
        return new Deploy(
            key,
            deployment,
            CreateRouterConfig(deployment.GetString("router"), deployment),
            Deploy.NoScopeGiven,
            deployment.GetString("dispatcher") ?? Deploy.NoDispatcherGiven,
            deployment.GetString("mailbox") ?? Deploy.NoMailboxGiven,
            deployment.GetInt("stash-capacity", Deploy.NoStashSize));
    }

    public void SetDeploy(Deploy deploy)
    {
        var elements = deploy.Path.Split('/').Skip(1).ToArray();
        foreach (var element in elements)
        {
            Verify(element, deploy.Path);
        }

        while (true)
        {
            var before = _deployments;
            if (Interlocked.CompareExchange(ref _deployments, before.Add(elements, 0, deploy), before) == before)
            {
                return;
            }
        }
    }

    private static void Verify(string element, string path)
    {
        if (element.Length == 0)
        {
            throw new IllegalActorNameException($"Actor name in deployment [{path}] must not be empty");
        }

        if (!ActorPath.IsValidPathElement(element))
        {
            throw new IllegalActorNameException(
                $"Illegal actor name [{element}] in deployment [{path}]. Actor paths MUST: not start with `$`, include "
                + $"only ASCII letters and can only contain these special characters: {ActorPath.ValidSymbols}.");
        }
    }

    private RouterConfig CreateRouterConfig(string? router, Config deployment)
    {
        if (string.IsNullOrEmpty(router) || router == "from-code")
        {
            return NoRouter.Instance;
        }

        var key = $"akka.actor.router.type-mapping.{router}";
        var typeName = _settings.Config.GetString(key)
            ?? throw new ConfigurationException($"There is no router of type [{router}]: [{key}] is not set");
        var type = Type.GetType(typeName)
            ?? throw new ConfigurationException($"Could not resolve router type [{typeName}] of [{key}]");
        return (RouterConfig)Activator.CreateInstance(type, deployment)!;
    }
}
