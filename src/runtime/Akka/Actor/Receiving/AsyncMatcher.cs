using System.Runtime.CompilerServices;
using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>Of <c>Func&lt;T, Task&gt;</c>: the mailbox is suspended until the task has ended.</summary>
internal sealed class AsyncMatcher<T> : MessageMatcher
{
    public static readonly AsyncMatcher<T> Instance = new();

    public override bool TryHandle(object message, Delegate handler, Delegate? predicate)
    {
        if (message is not T typed || (predicate is not null && !Unsafe.As<Predicate<T>>(predicate)(typed)))
        {
            return false;
        }

        var action = Unsafe.As<Func<T, Task>>(handler);
        ActorTaskScheduler.RunTask(() => action(typed));
        return true;
    }
}
