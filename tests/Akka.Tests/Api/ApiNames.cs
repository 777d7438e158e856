using System.Reflection;

namespace Akka.Tests.Api;

/// <summary>Writes types and parameters the way the listings do: short names, C#'s keywords, default values.</summary>
internal static class ApiNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(byte)] = "byte",
        [typeof(short)] = "short",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    public static string Of(Type type)
    {
        if (type.IsByRef)
            return "ref " + Of(type.GetElementType()!);
        if (type.IsArray)
            return Of(type.GetElementType()!) + "[]";
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Of(underlying) + "?";
        return type.IsGenericParameter ? type.Name : QualifiedName(type) + Arguments(type);
    }

    public static string Of(IEnumerable<ParameterInfo> parameters) => string.Join(", ", parameters.Select(Of));

    private static string Of(ParameterInfo parameter)
    {
        var type = Of(parameter.ParameterType);
        if (parameter.IsOut)
            type = "out " + type["ref ".Length..];
        else if (parameter.IsDefined(typeof(ParamArrayAttribute)))
            type = "params " + type;
        return $"{type} {parameter.Name}{Default(parameter)}";
    }

    private static string Default(ParameterInfo parameter)
    {
        if (!parameter.IsOptional)
            return "";
        return " = " + parameter.DefaultValue switch
        {
            null => "null",
            string text => $"\"{text}\"",
            var value => value.ToString(),
        };
    }

    private static string QualifiedName(Type type)
        => type.DeclaringType is { } outer ? $"{PlainName(outer)}.{PlainName(type)}" : PlainName(type);

    private static string PlainName(Type type) => type.Name.Split('`')[0];

    private static string Arguments(Type type)
        => type.IsGenericType ? $"<{string.Join(", ", type.GetGenericArguments().Select(Of))}>" : "";
}
