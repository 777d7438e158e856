using System.Reflection;
using System.Runtime.CompilerServices;

namespace Akka.Tests.Api;

/// <summary>Lists what an assembly shows to its users, in the format of the listings.</summary>
internal static class ApiPrinter
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
                                          | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<ApiType> Print(Assembly assembly)
        => assembly.GetTypes().Where(IsVisible).Select(Print);

    public static ApiType Print(Type type)
        => new(type.Namespace ?? "", NestedName(type), Kind(type), [.. Bases(type)], [.. Members(type)]);

    /// <summary>Unlike an exported type, a protected one counts when its outer type can be derived from.</summary>
    private static bool IsVisible(Type type)
        => type.IsNested
            ? (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && IsVisible(type.DeclaringType!)
            : type.IsPublic;

    private static string NestedName(Type type)
    {
        var name = ApiNames.Of(type);
        // A nested type's own name says the type around it; the types around that one come before.
        return type.DeclaringType?.DeclaringType is { } outer ? $"{NestedName(outer)}.{name}" : name;
    }

    private static string Kind(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        _ when IsDelegate(type) => "delegate",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static bool IsDelegate(Type type) => typeof(Delegate).IsAssignableFrom(type);

    private static IEnumerable<string> Bases(Type type)
    {
        if (type.IsEnum || IsDelegate(type))
            return [];

        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var interfaces = type.GetInterfaces().Except(inherited).Where(i => i.IsPublic || i.IsNestedPublic);
        var hasBase = type.BaseType is { } b && b != typeof(object) && b != typeof(ValueType);
        return (hasBase ? interfaces.Prepend(type.BaseType!) : interfaces).Select(ApiNames.Of);
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return Enum.GetNames(type);
        if (IsDelegate(type))
            return [Signature(type.GetMethod("Invoke")!, "")];

        return
        [
            .. type.GetConstructors(Declared).Where(c => !c.IsStatic && IsVisible(c)).Select(Print),
            .. type.GetFields(Declared).Where(f => f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly).Select(Print),
            .. type.GetProperties(Declared).Where(p => p.GetAccessors(true).Any(IsVisible)).Select(Print),
            .. type.GetEvents(Declared).Where(e => IsVisible(e.AddMethod)).Select(Print),
            .. type.GetMethods(Declared).Where(IsListed).Select(Print),
        ];
    }

    private static bool IsVisible(MethodBase? method)
        => method is not null && (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly);

    private static bool IsListed(MethodInfo method)
        => IsVisible(method)
           && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
           && !method.Name.Contains('<')
           && method.GetBaseDefinition().DeclaringType != typeof(object);

    private static string Print(ConstructorInfo constructor)
        => $"{(constructor.IsPublic ? "" : "protected ")}new({ApiNames.Of(constructor.GetParameters())})";

    private static string Print(FieldInfo field)
    {
        var access = field.IsPublic ? "" : "protected ";
        var storage = field.IsLiteral ? "const " : field.IsStatic ? "static " : "";
        return $"{access}{storage}{(field.IsInitOnly ? "readonly " : "")}{ApiNames.Of(field.FieldType)} {field.Name}";
    }

    private static string Print(PropertyInfo property)
    {
        var get = IsVisible(property.GetMethod) ? "get; " : "";
        var set = IsVisible(property.SetMethod) ? "set; " : "";
        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"this[{ApiNames.Of(index)}]";
        var accessor = get.Length > 0 ? property.GetMethod! : property.SetMethod!;
        return $"{Modifiers(accessor)}{ApiNames.Of(property.PropertyType)} {name} {{ {get}{set}}}";
    }

    private static string Print(EventInfo @event) => $"event {ApiNames.Of(@event.EventHandlerType!)} {@event.Name}";

    private static string Print(MethodInfo method)
    {
        var overrides = method.GetBaseDefinition() != method ? "override " : "";
        return $"{Modifiers(method)}{overrides}{Signature(method, method.Name)}";
    }

    private static string Signature(MethodInfo method, string name)
    {
        var generic = method.GetGenericArguments().Select(argument => argument.Name);
        var type = method.IsGenericMethod ? $"<{string.Join(", ", generic)}>" : "";
        var extension = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        return $"{ApiNames.Of(method.ReturnType)} {name}{type}({extension}{ApiNames.Of(method.GetParameters())})";
    }

    private static string Modifiers(MethodBase method)
    {
        var access = method.IsFamily || method.IsFamilyOrAssembly ? "protected " : "";
        var isOpen = !method.DeclaringType!.IsInterface && !method.IsFinal;
        return access
               + (method.IsStatic ? "static " : "")
               + (method.IsAbstract && isOpen ? "abstract " : method.IsVirtual && isOpen ? "virtual " : "");
    }
}
