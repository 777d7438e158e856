using System.Linq.Expressions;
using System.Reflection;

namespace Akka.Actor;

/// <summary>The values of the arguments in a lambda such as <c>() => new Worker(7, queue, Limit())</c>.</summary>
internal static class ExpressionArguments
{
    public static object?[] Evaluate(IReadOnlyList<Expression> arguments)
    {
        if (arguments.Count == 0)
        {
            return [];
        }

        var values = new object?[arguments.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Evaluate(arguments[i]);
        }

        return values;
    }

    // Constants and captured variables, which nearly all arguments are, need no compiler.
    private static object? Evaluate(Expression? argument) => argument switch
    {
        null => null,
        ConstantExpression constant => constant.Value,
        MemberExpression { Member: FieldInfo field } access when !IsOfNullInstance(access, out var owner) =>
            field.GetValue(owner),
        _ => Interpret(argument),
    };

    private static bool IsOfNullInstance(MemberExpression access, out object? owner)
    {
        owner = Evaluate(access.Expression);
        return owner is null && access.Expression is not null;
    }

    private static object? Interpret(Expression argument) =>
        Expression.Lambda<Func<object?>>(Expression.Convert(argument, typeof(object)))
            .Compile(preferInterpretation: true)
            .Invoke();
}
