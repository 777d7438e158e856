using System.Text.RegularExpressions;

namespace Akka.Util;

/// <summary>Questions about types.</summary>
public static partial class TypeExtensions
{
    public static bool Implements<T>(this Type type) => typeof(T).IsAssignableFrom(type);

    public static bool Implements(this Type type, Type moreGeneralType) => moreGeneralType.IsAssignableFrom(type);

    /// <summary>The name by which <see cref="Type.GetType(string)"/> finds the type, whatever its version.</summary>
    public static string TypeQualifiedName(this Type type)
    {
        var name = type.Assembly == typeof(object).Assembly ? type.FullName! : type.AssemblyQualifiedName!;
        return AssemblyDetails().Replace(name, "");
    }

    [GeneratedRegex(@", Version=[^,\]]+, Culture=[^,\]]+, PublicKeyToken=[^,\]]+")]
    private static partial Regex AssemblyDetails();
}
