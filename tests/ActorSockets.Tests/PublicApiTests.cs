using System.Reflection;
using System.Text;

namespace ActorSockets.Tests;

/// <summary>What a user may touch is written down: a change of it is seen in review, not by users.</summary>
public class PublicApiTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    // What the compiler makes of a record says nothing.
    private static readonly string[] OfRecords =
        ["Equals", "GetHashCode", "ToString", "op_Equality", "op_Inequality", "PrintMembers", "Deconstruct", "<Clone>$",
            "EqualityContract", "get_EqualityContract"];

    [Fact]
    public void The_public_api_is_what_is_written_down()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "PublicApi.txt");
        var actual = Describe(typeof(SocketServer).Assembly);

        // To accept a change: copy what this writes over tests/ActorSockets.Tests/PublicApi.txt.
        File.WriteAllText(Path.ChangeExtension(path, ".actual.txt"), actual);
        Assert.Equal(File.ReadAllText(path), actual);
    }

    private static string Describe(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(NameOf(type)).Append('\n');
            var members = type.GetMembers(Declared).Where(IsVisible).Select(Describe).Order(StringComparer.Ordinal);
            foreach (var member in members)
                text.Append("  ").Append(member).Append('\n');
        }

        return text.ToString();
    }

    private static bool IsVisible(MemberInfo member) => !OfRecords.Contains(member.Name) && member switch
    {
        FieldInfo field => (field.IsPublic || field.IsFamily) && !field.IsSpecialName,
        ConstructorInfo constructor => constructor.IsPublic || (constructor.IsFamily && !IsCopy(constructor)),
        MethodInfo method => (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly) && !method.IsSpecialName,
        PropertyInfo property => property.GetAccessors(true).Any(accessor => accessor.IsPublic || accessor.IsFamily),
        _ => false,
    };

    private static bool IsCopy(ConstructorInfo constructor) =>
        constructor.GetParameters() is [var only] && only.ParameterType == constructor.DeclaringType;

    private static string Describe(MemberInfo member) => member switch
    {
        FieldInfo field => $"{field.Name}{(field.IsLiteral ? $" = {field.GetRawConstantValue()}" : "")}",
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        MethodInfo method => $"{NameOf(method.ReturnType)} {method.Name}({Parameters(method)})",
        PropertyInfo property => $"{NameOf(property.PropertyType)} {property.Name}"
                                 + (property.SetMethod is { IsPublic: true } ? " { get; init; }" : ""),
        _ => member.Name,
    };

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{NameOf(parameter.ParameterType)} {parameter.Name}"));

    private static string NameOf(Type type)
    {
        if (type.IsByRef)
            return "ref " + NameOf(type.GetElementType()!);
        if (!type.IsGenericType)
            return type.IsGenericParameter ? type.Name : type.FullName ?? type.Name;
        var arguments = string.Join(", ", type.GetGenericArguments().Select(NameOf));
        return $"{type.Namespace}.{type.Name.Split('`')[0]}<{arguments}>";
    }
}
