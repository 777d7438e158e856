using Akka.Util;

namespace Akka.Tests.Util;

public class ValueTypesTests
{
    [Fact]
    public void An_option_of_null_is_none()
    {
        Option<string> none = (string)null!;

        Assert.True(none.IsEmpty);
        Assert.Equal(Option<string>.None, none);
        Assert.Equal("None", none.ToString());
        Assert.Equal("x", none.GetOrElse("x"));
        Assert.True(none.Select(text => text.Length).IsEmpty);
        Assert.StartsWith(
            "You can not create an Option<T> with null value.",
            Assert.Throws<ArgumentNullException>(() => new Option<string>(null)).Message);
    }

    [Fact]
    public void An_option_with_a_value_maps_it()
    {
        var some = Option<string>.Create("four");
        var seen = "";

        some.OnSuccess(text => seen = text);

        Assert.True(some.HasValue);
        Assert.Equal("four", seen);
        Assert.Equal(4, some.Select(text => text.Length).Value);
        Assert.True(some.FlatSelect(_ => Option<int>.None).IsEmpty);
        Assert.True(some == new Option<string>("four"));
        Assert.Equal("Some<four>", some.ToString());
    }

    [Fact]
    public void An_either_is_one_of_two()
    {
        Either<int, string> left = Either.Left(1);
        Either<int, string> right = Either.Right("r");

        Assert.True(left.IsLeft);
        Assert.True(right.IsRight);
        Assert.Equal(1, left.Value);
        Assert.Equal("r", right.Value);
        Assert.Equal("1", left.Fold(number => $"{number}", text => text));
        Assert.Equal(2, left.MapLeft(number => number + 1).Value);
        Assert.Equal("r!", right.MapRight(text => text + "!").Value);
        Assert.Equal(1, left.ToLeft().Value);
    }

    [Fact]
    public void A_result_is_what_the_function_gave_or_threw()
    {
        var success = Result.From(() => 1);
        var failure = Result.From<int>(() => throw new InvalidOperationException("no"));

        Assert.True(success.IsSuccess);
        Assert.Equal(1, success.Value);
        Assert.Equal(success, Result.Success(1));
        Assert.IsType<InvalidOperationException>(failure.Exception);
        Assert.NotEqual(success, failure);
    }

    [Fact]
    public void A_result_of_a_task_needs_its_end()
    {
        var failed = Result.FromTask(Task.FromException<int>(new IOException()));
        var cancelled = Result.FromTask(Task.FromCanceled<int>(new CancellationToken(true)));

        Assert.Equal(1, Result.FromTask(Task.FromResult(1)).Value);
        Assert.IsType<IOException>(Assert.IsType<AggregateException>(failed.Exception).InnerException);
        Assert.IsType<TaskCanceledException>(cancelled.Exception);
        Assert.Throws<ArgumentException>(() => Result.FromTask(new TaskCompletionSource<int>().Task));
    }
}
