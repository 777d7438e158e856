namespace Akka.Util;

/// <summary>An <see cref="Either{TA,TB}"/> that is its second.</summary>
public class Right<TA, TB> : Either<TA, TB>
{
    public Right(TB b)
        : base(default, b)
    {
    }

    public override bool IsLeft => false;

    public override bool IsRight => true;

    public new TB Value => Right!;
}
