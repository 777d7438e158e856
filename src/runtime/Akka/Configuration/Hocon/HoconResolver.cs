namespace Akka.Configuration.Hocon;

/// <summary>
/// Turns a document as written into values: merges what was assigned to the same key, and puts in what substitutions
/// stand for. A substitution is looked up in the finished document; one that would meet its own assignment gets the
/// value that the key had before it (<c>p = ${p}b</c>), as the HOCON specification says.
/// </summary>
internal sealed class HoconResolver(HoconObjectNode document)
{
    /// <summary>Longer chains of substitutions are refused: each link takes a part of the thread's stack.</summary>
    private const int MaxDepth = 256;

    private readonly Dictionary<HoconSubstitutionNode, HoconSubstitution> _substitutions = [];
    private int _depth;

    // The shallowest unfinished work that what is being evaluated has run into. A result that depends on unfinished
    // work above it holds in this place only and is not remembered; any other one is, so that no key is worked out
    // twice however often it is referred to.
    private int _shallowest = int.MaxValue;

    public HoconRoot Resolve()
    {
        var value = Evaluate(document)!;
        return new HoconRoot(value, [.. _substitutions.Values]);
    }

    private HoconValue? Evaluate(HoconNode node) => node switch
    {
        HoconLiteralNode literal => HoconValue.Of(new HoconLiteral { Value = literal.Text }, literal.Position),
        HoconObjectNode o => EvaluateObject(o),
        HoconArrayNode array => EvaluateArray(array),
        HoconConcatenationNode concatenation => EvaluateConcatenation(concatenation),
        HoconSubstitutionNode substitution => EvaluateSubstitution(substitution),
        _ => ((HoconResolvedNode)node).Value,
    };

    private HoconValue EvaluateObject(HoconObjectNode node)
    {
        var result = new HoconObject();
        foreach (var (key, field) in node.Fields)
        {
            if (Evaluate(field) is { } value)
                result.Items[key] = value;
        }

        return HoconValue.Of(result, node.Position);
    }

    private HoconValue EvaluateArray(HoconArrayNode node)
    {
        var result = new HoconArray();
        foreach (var item in node.Items)
        {
            if (Evaluate(item) is { } value)
                result.Add(value);
        }

        return HoconValue.Of(result, node.Position);
    }

    private HoconValue? Evaluate(HoconField field)
    {
        var count = CountFinished(field);
        if (field.IsKnown(count, out var value))
            return value;

        var outer = _shallowest;
        _shallowest = int.MaxValue;
        var depth = Enter(field);
        value = Combine(field, count, depth);
        _depth--;
        if (_shallowest >= depth)
        {
            field.Remember(count, value);
            _shallowest = int.MaxValue;
        }

        _shallowest = Math.Min(outer, _shallowest);
        return value;
    }

    /// <summary>The assignments before the one that is being evaluated: all, when none is.</summary>
    private int CountFinished(HoconField field)
    {
        for (var i = 0; i < field.Definitions.Count; i++)
        {
            if (field.Definitions[i].Depth == 0)
                continue;
            RunInto(field.Definitions[i].Depth);
            return i;
        }

        return field.Definitions.Count;
    }

    /// <summary>
    /// The value of the first assignments: the last one, completed by those before it if it is an object.
    /// </summary>
    private HoconValue? Combine(HoconField field, int count, int depth)
    {
        var layers = new HoconLayers();
        for (var i = count - 1; i >= 0 && !layers.IsComplete; i--)
        {
            var definition = field.Definitions[i];
            definition.Depth = depth;
            var value = Evaluate(definition.Node);
            definition.Depth = 0;
            layers.AddOlder(definition, value);
        }

        return layers.Merge();
    }

    private HoconValue? EvaluateConcatenation(HoconConcatenationNode node)
    {
        var concatenation = new HoconConcatenation(node.Position);
        foreach (var part in node.Parts)
        {
            if (Evaluate(part) is { } value)
                concatenation.Add(part, value);
        }

        return concatenation.Combine();
    }

    private HoconValue? EvaluateSubstitution(HoconSubstitutionNode node)
    {
        Enter(node);
        var outer = _shallowest;
        _shallowest = int.MaxValue;
        var value = Lookup(node, []);
        var ranIntoItself = _shallowest != int.MaxValue;
        _shallowest = Math.Min(outer, _shallowest);
        _depth--;

        if (value is not null)
            return Refer(node, value);
        if (node.IsOptional)
            return null;
        var path = HoconPath.Join(node.Path);
        if (ranIntoItself)
            throw HoconScanner.Error(node.Position, $"the substitution ${{{path}}} refers to itself");
        throw new FormatException($"{node.Position}: Unresolved substitution: {path}: expected a key or an environment "
            + "variable of that name, found neither");
    }

    private HoconValue Refer(HoconSubstitutionNode node, HoconValue value)
    {
        // A chain of references is cut short, or reading a value would walk all of it each time.
        var target = value.Values is [HoconSubstitution { ResolvedValue: { } end }] ? end : value;
        var substitution = new HoconSubstitution(HoconPath.Join(node.Path)) { ResolvedValue = target };
        _substitutions[node] = substitution;
        return HoconValue.Of(substitution, node.Position);
    }

    /// <summary>What stands at a substitution's path and the further keys below it.</summary>
    private HoconValue? Lookup(HoconSubstitutionNode node, ReadOnlySpan<string> further)
    {
        string[] path = [.. node.Path, .. further];
        return (node.Scope.Length > 0 ? Find([.. node.Scope, .. path]) : null)
               ?? Find(path)
               ?? (further.IsEmpty ? FromEnvironment(node) : null);
    }

    private static HoconValue? FromEnvironment(HoconSubstitutionNode node)
    {
        var text = Environment.GetEnvironmentVariable(string.Join('.', node.Path));
        return text is null ? null : HoconValue.Of(new HoconLiteral { Value = text }, node.Position);
    }

    private HoconValue? Find(string[] path)
    {
        HoconValue? found = null;
        Search(document, path, ref found);
        return found;
    }

    private HoconValue? Find(HoconField field, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
            return Evaluate(field);

        HoconValue? found = null;
        for (var i = field.Definitions.Count - 1; i >= 0; i--)
        {
            if (!Search(field.Definitions[i].Node, path, ref found))
                break;
        }

        return found;
    }

    /// <summary>
    /// Looks below a node without evaluating the whole of it, so that keys of one object may refer to each other.
    /// Returns whether older assignments can add to what was found.
    /// </summary>
    private bool Search(HoconNode node, ReadOnlySpan<string> path, ref HoconValue? found)
    {
        switch (node)
        {
            case HoconObjectNode o:
                return !o.Fields.TryGetValue(path[0], out var field) || Add(Find(field, path[1..]), ref found);
            case HoconConcatenationNode concatenation:
                return SearchParts(concatenation, path, ref found);
            case HoconSubstitutionNode { FollowDepth: > 0 } unfinished:
                RunInto(unfinished.FollowDepth);
                return true;
            case HoconSubstitutionNode substitution:
                return Add(Follow(substitution, path), ref found);
            case HoconResolvedNode resolved:
                return Add(Child(resolved.Value, path), ref found) && resolved.Value.IsObject();
            default:
                return node is HoconLiteralNode { IsBlank: true };
        }
    }

    private bool SearchParts(HoconConcatenationNode node, ReadOnlySpan<string> path, ref HoconValue? found)
    {
        for (var i = node.Parts.Count - 1; i >= 0; i--)
        {
            if (!Search(node.Parts[i], path, ref found))
                return false;
        }

        return true;
    }

    /// <summary>
    /// Goes on below the path of a substitution; one that leads back to itself is not followed again.
    /// </summary>
    private HoconValue? Follow(HoconSubstitutionNode substitution, ReadOnlySpan<string> path)
    {
        substitution.FollowDepth = Enter(substitution);
        var value = Lookup(substitution, path);
        substitution.FollowDepth = 0;
        _depth--;
        return value;
    }

    private static HoconValue? Child(HoconValue value, ReadOnlySpan<string> path)
    {
        HoconValue? child = value;
        for (var i = 0; i < path.Length && child is not null; i++)
            child = child.GetChildObject(path[i]);
        return child;
    }

    private static bool Add(HoconValue? older, ref HoconValue? found)
    {
        if (older is null)
            return true;
        found = found is null ? older : HoconMerge.Overlay(found, older);
        return older.IsObject();
    }

    private void RunInto(int depth) => _shallowest = Math.Min(_shallowest, depth);

    private int Enter(HoconNode node)
        => ++_depth <= MaxDepth ? _depth : throw TooDeep(node.Position);

    private int Enter(HoconField field)
        => ++_depth <= MaxDepth ? _depth : throw TooDeep(field.Definitions[0].Node.Position);

    private static ConfigurationException TooDeep(HoconPosition position)
        => HoconScanner.Error(position, $"objects and substitutions nest deeper than {MaxDepth} levels");
}
